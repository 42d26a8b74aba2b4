package org.peyvand.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return Condition.or(owned(), taking(Condition.ALWAYS));
    }

    /** That a meeting is the actor's own, or that they take part in it and did not say that they will not come. */
    public Condition attended() {
        return Condition.or(owned(), taking(response(Operator.NE, MeetingParticipant.DECLINED)));
    }

    /** That a meeting of somebody else waits for the actor's answer. */
    public Condition asking() {
        return Condition.and(new Condition.Not(owned()), taking(response(Operator.EQ, MeetingParticipant.OPEN)));
    }

    private Condition owned() {
        RecordType meetings = models.current().effective(Meeting.TYPE);
        return Condition.compare(FieldPath.of(meetings, SystemFields.OWNER), Operator.EQ, new Condition.Me());
    }

    private Condition response(Operator operator, String response) {
        return Condition.compare(FieldPath.of(type(), MeetingParticipant.RESPONSE), operator, response);
    }

    private Condition taking(Condition answered) {
        RecordType meetings = models.current().effective(Meeting.TYPE);
        return new Condition.Has(
                models.current().relation(meetings, "participants").orElseThrow(),
                Condition.and(isActor(), answered),
                1,
                null);
    }

    private Condition isActor() {
        return Condition.compare(FieldPath.of(type(), MeetingParticipant.USER), Operator.EQ, new Condition.Me());
    }

    private RecordType type() {
        return models.current().effective(MeetingParticipant.TYPE);
    }

    /** How the actor takes part in a meeting; empty when they do not. */
    public Optional<StoredRecord> self(Actor actor, UUID meeting) {
        Query query = Query.of(type())
                .where(Condition.and(
                        Condition.compare(FieldPath.of(type(), MeetingParticipant.MEETING), Operator.EQ, meeting),
                        isActor()))
                .limited(1);
        return gate.page(actor, query).items().stream().findFirst();
    }

    /** The participants of meetings, by meeting, with the rights of the actor. */
    public Map<UUID, List<StoredRecord>> of(Actor actor, Collection<UUID> meetings) {
        Map<UUID, List<StoredRecord>> found = new LinkedHashMap<>();
        if (meetings.isEmpty()) {
            return found;
        }
        RecordType type = type();
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
