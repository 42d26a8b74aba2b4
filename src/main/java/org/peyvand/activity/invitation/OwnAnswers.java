package org.peyvand.activity.invitation;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Vouching;
import org.springframework.stereotype.Component;

/** Whoever answered an invitation may take their answer back. */
@Component
final class OwnAnswers implements Vouching {

    @Override
    public boolean vouches(Actor actor, RecordType type, Set<String> fields, Map<String, @Nullable Object> values) {
        return type.plural().equals(MeetingParticipant.TYPE.plural())
                && fields.equals(Set.of(MeetingParticipant.RESPONSE.name()))
                && actor.user() != null
                && actor.user().equals(values.get(MeetingParticipant.USER.name()));
    }
}
