package org.peyvand.activity.ical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.User;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.activity.Participants;
import org.peyvand.customer.Contact;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/** Who is in meetings, as far as a reader may know: whoever called it and, if anybody takes part, the participants. */
@Component
class Attendees {

    private final Participants participants;
    private final ReadGate gate;
    private final Models models;

    Attendees(Participants participants, ReadGate gate, Models models) {
        this.participants = participants;
        this.gate = gate;
        this.models = models;
    }

    /** By meeting; one without participants has nobody. */
    Map<UUID, List<Attendee>> of(Actor actor, List<StoredRecord> meetings) {
        Map<UUID, List<StoredRecord>> found =
                participants.of(actor, meetings.stream().map(StoredRecord::id).toList());
        Set<UUID> users = new LinkedHashSet<>();
        Set<UUID> contacts = new LinkedHashSet<>();
        meetings.forEach(meeting -> add(users, meeting.get(SystemFields.OWNER)));
        found.values()
                .forEach(all -> all.forEach(each -> {
                    add(users, each.get(MeetingParticipant.USER));
                    add(contacts, each.get(MeetingParticipant.CONTACT));
                }));
        Known known = found.isEmpty()
                ? new Known(Map.of(), Map.of())
                : new Known(people(actor, User.TYPE, users), people(actor, Contact.TYPE, contacts));
        Map<UUID, List<Attendee>> attendees = new HashMap<>();
        meetings.stream()
                .filter(meeting -> found.containsKey(meeting.id()))
                .forEach(meeting -> attendees.put(
                        meeting.id(), known.of(meeting, Objects.requireNonNull(found.get(meeting.id())))));
        return attendees;
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private Map<UUID, StoredRecord> people(Actor actor, RecordType declared, Set<UUID> ids) {
        return ids.isEmpty() ? Map.of() : gate.findAll(actor, models.current().effective(declared), ids);
    }

    /** People that the reader may see. */
    private record Known(Map<UUID, StoredRecord> users, Map<UUID, StoredRecord> contacts) {

        List<Attendee> of(StoredRecord meeting, List<StoredRecord> participants) {
            List<Attendee> all = new ArrayList<>();
            UUID owner = meeting.get(SystemFields.OWNER);
            if (owner != null && users.get(owner) instanceof StoredRecord user) {
                all.add(attendee(user, User.NAME, User.EMAIL, null));
            }
            for (StoredRecord each : participants) {
                String answer = Attendee.answer(each.get(MeetingParticipant.RESPONSE));
                if (users.get(each.get(MeetingParticipant.USER)) instanceof StoredRecord user) {
                    all.add(attendee(user, User.NAME, User.EMAIL, answer));
                } else if (contacts.get(each.get(MeetingParticipant.CONTACT)) instanceof StoredRecord contact) {
                    all.add(attendee(contact, Contact.NAME, Contact.EMAIL, answer));
                }
            }
            return all;
        }

        private static Attendee attendee(
                StoredRecord person, Field<String> name, Field<String> email, @Nullable String answer) {
            return new Attendee(
                    person.id(), Objects.requireNonNullElse(person.get(name), ""), person.get(email), answer);
        }
    }
}
