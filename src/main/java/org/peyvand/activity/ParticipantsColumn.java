package org.peyvand.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.peyvand.access.User;
import org.peyvand.customer.Contact;
import org.peyvand.exchange.ExtraColumn;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.Lookup;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.springframework.stereotype.Component;

/**
 * Who takes part in meetings, as a column of files: names, or e-mail addresses of colleagues and contacts. Answers stay where they
 * are: whoever is imported has not answered.
 */
@Component
class ParticipantsColumn implements ExtraColumn {

    private static final Field<String> FIELD = Field.text("participants");
    /** Names hold commas of all sorts. */
    private static final String PARTING = "[;\\n]";

    private final Participants participants;
    private final Lookup lookup;
    private final ReadGate gate;
    private final Models models;
    private final Visibility visibility;

    ParticipantsColumn(Participants participants, Lookup lookup, ReadGate gate, Models models, Visibility visibility) {
        this.participants = participants;
        this.lookup = lookup;
        this.gate = gate;
        this.models = models;
        this.visibility = visibility;
    }

    @Override
    public String type() {
        return Meeting.TYPE.plural();
    }

    @Override
    public Field<String> field() {
        return FIELD;
    }

    @Override
    public boolean isReadable(Actor actor) {
        return !(visibility.reach(actor, taking(), Operation.READ) instanceof Reach.None)
                && open(actor).noneMatch(FieldAccess.HIDDEN::equals);
    }

    @Override
    public boolean isWritable(Actor actor) {
        return !(visibility.reach(actor, taking(), Operation.CREATE) instanceof Reach.None)
                && open(actor).allMatch(FieldAccess.WRITABLE::equals);
    }

    private Stream<FieldAccess> open(Actor actor) {
        return Stream.of(MeetingParticipant.MEETING, MeetingParticipant.USER, MeetingParticipant.CONTACT)
                .map(field -> visibility.access(actor, taking(), field));
    }

    @Override
    public Map<UUID, String> cells(Actor actor, Collection<UUID> records, boolean again) {
        Map<UUID, List<StoredRecord>> found = participants.of(actor, records);
        Set<UUID> users = new LinkedHashSet<>();
        Set<UUID> contacts = new LinkedHashSet<>();
        found.values().stream().flatMap(List::stream).forEach(each -> {
            Stream.ofNullable(each.get(MeetingParticipant.USER)).forEach(users::add);
            Stream.ofNullable(each.get(MeetingParticipant.CONTACT)).forEach(contacts::add);
        });
        Map<UUID, StoredRecord> people = new HashMap<>(gate.findAll(actor, type(User.TYPE), users));
        people.putAll(gate.findAll(actor, type(Contact.TYPE), contacts));
        Map<UUID, String> cells = new HashMap<>();
        found.forEach((meeting, all) -> cells.put(
                meeting,
                String.join(
                        ";",
                        all.stream()
                                .flatMap(each -> Stream.ofNullable(people.get(person(each))))
                                .map(each -> word(each, again))
                                .filter(word -> !word.isEmpty())
                                .toList())));
        return cells;
    }

    private static UUID person(StoredRecord participant) {
        UUID user = participant.get(MeetingParticipant.USER);
        return user != null ? user : Objects.requireNonNull(participant.get(MeetingParticipant.CONTACT));
    }

    /** Two contacts may have one name, so a file that is read again has their identifiers. */
    private static String word(StoredRecord person, boolean again) {
        boolean user = person.type().plural().equals(User.TYPE.plural());
        String sure = user ? person.get(User.EMAIL) : person.id().toString();
        String name = user ? person.get(User.NAME) : person.get(Contact.NAME);
        return Objects.requireNonNullElse(again && sure != null ? sure : name, "");
    }

    @Override
    public Map<String, List<Problem>> problems(Actor actor, Collection<String> cells) {
        Known known = known(actor, cells);
        Map<String, List<Problem>> problems = new HashMap<>();
        for (String cell : cells) {
            List<Problem> wrong = words(cell)
                    .filter(word -> known.of(word).size() != 1)
                    .map(word -> Problem.of(
                            FIELD.name(), known.of(word).isEmpty() ? "unknown-reference" : "ambiguous-reference", word))
                    .toList();
            if (!wrong.isEmpty()) {
                problems.put(cell, wrong);
            }
        }
        return problems;
    }

    @Override
    public Map<UUID, List<Write>> writes(Actor actor, Map<UUID, String> cells) {
        Known known = known(actor, cells.values());
        Map<UUID, List<StoredRecord>> standing = participants.of(actor, cells.keySet());
        Map<UUID, List<Write>> writes = new LinkedHashMap<>();
        cells.forEach((meeting, cell) -> {
            Set<UUID> there = new LinkedHashSet<>();
            standing.getOrDefault(meeting, List.of()).forEach(each -> there.add(person(each)));
            words(cell).flatMap(word -> known.of(word).stream()).forEach(person -> {
                if (there.add(person)) {
                    Draft draft = Draft.of(MeetingParticipant.MEETING, meeting)
                            .set(known.isUser(person) ? MeetingParticipant.USER : MeetingParticipant.CONTACT, person);
                    writes.computeIfAbsent(meeting, none -> new ArrayList<>())
                            .add(new Write.Create(taking(), null, draft));
                }
            });
        });
        return writes;
    }

    /** Whom words mean; a colleague goes before a contact of the same name. */
    private record Known(Map<String, List<UUID>> users, Map<String, List<UUID>> contacts) {

        List<UUID> of(String word) {
            return users.getOrDefault(word, contacts.getOrDefault(word, List.of()));
        }

        boolean isUser(UUID person) {
            return users.values().stream().anyMatch(ids -> ids.contains(person));
        }
    }

    private Known known(Actor actor, Collection<String> cells) {
        Set<String> words = new LinkedHashSet<>();
        cells.forEach(cell -> words(cell).forEach(words::add));
        RecordType contacts = type(Contact.TYPE);
        Map<String, List<UUID>> found = new LinkedHashMap<>(lookup.byName(actor, contacts, words));
        List<List<Object>> addresses = words.stream()
                .filter(word -> word.contains("@"))
                .map(word -> List.<Object>of(word))
                .toList();
        if (!addresses.isEmpty() && visibility.access(actor, contacts, Contact.EMAIL) != FieldAccess.HIDDEN) {
            lookup.byKey(actor, contacts, List.of(contacts.field(Contact.EMAIL.name())), addresses)
                    .forEach((key, ids) -> found.putIfAbsent(key.getFirst().toString(), ids));
        }
        return new Known(lookup.byName(actor, type(User.TYPE), words), found);
    }

    private static Stream<String> words(String cell) {
        return Stream.of(cell.split(PARTING)).map(String::strip).filter(word -> !word.isEmpty());
    }

    private RecordType taking() {
        return type(MeetingParticipant.TYPE);
    }

    private RecordType type(RecordType declared) {
        return models.current().effective(declared);
    }
}
