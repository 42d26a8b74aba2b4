package org.peyvand.activity;

import java.util.Objects;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.MovedPart;
import org.springframework.stereotype.Component;

/** One time of a series that is moved by itself asks its participants again; whoever moves it knows that they come. */
@Component
final class AskingApart implements MovedPart {

    @Override
    public RecordType part() {
        return MeetingParticipant.TYPE;
    }

    @Override
    public void moved(Actor actor, Draft copy) {
        Object user = copy.values().get(MeetingParticipant.USER.name());
        if (user == null || !Objects.equals(user, actor.user())) {
            copy.put(MeetingParticipant.RESPONSE, MeetingParticipant.OPEN);
        }
    }
}
