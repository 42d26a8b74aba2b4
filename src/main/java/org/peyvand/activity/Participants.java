package org.peyvand.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/** Reads who takes part in meetings. */
@Component
public class Participants {

    private static final int PAGE = 200;

    private final ReadGate gate;
    private final Models models;

    Participants(ReadGate gate, Models models) {
        this.gate = gate;
        this.models = models;
    }

    /** That a meeting is the actor's own, or that they take part in it. */
    public Condition mine() {
        RecordType meetings = models.current().effective(Meeting.TYPE);
        RecordType type = models.current().effective(MeetingParticipant.TYPE);
        return Condition.or(
                Condition.compare(FieldPath.of(meetings, SystemFields.OWNER), Operator.EQ, new Condition.Me()),
                new Condition.Has(
                        models.current().relation(meetings, "participants").orElseThrow(),
                        Condition.compare(FieldPath.of(type, MeetingParticipant.USER), Operator.EQ, new Condition.Me()),
                        1,
                        null));
    }

    /** The participants of meetings, by meeting, with the rights of the actor. */
    public Map<UUID, List<StoredRecord>> of(Actor actor, Collection<UUID> meetings) {
        Map<UUID, List<StoredRecord>> found = new LinkedHashMap<>();
        if (meetings.isEmpty()) {
            return found;
        }
        RecordType type = models.current().effective(MeetingParticipant.TYPE);
        Query query = Query.of(type)
                .where(Condition.compare(
                        FieldPath.of(type, MeetingParticipant.MEETING), Operator.IN, meetings.toArray()))
                .limited(PAGE);
        String next = null;
        do {
            var page = gate.page(actor, query.after(next));
            page.items().forEach(each -> put(found, each));
            next = page.next();
        } while (next != null);
        return found;
    }

    private static void put(Map<UUID, List<StoredRecord>> found, StoredRecord participant) {
        UUID meeting = participant.get(MeetingParticipant.MEETING);
        if (meeting != null) {
            found.computeIfAbsent(meeting, none -> new ArrayList<>()).add(participant);
        }
    }
}
