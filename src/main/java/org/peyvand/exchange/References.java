package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.UuidType;
import org.peyvand.record.query.Lookup;
import org.peyvand.record.query.ReadGate;

/** Finds the records that the words of rows mean, a chunk at a time, and remembers them for the next. */
final class References {

    private static final int MOST_REMEMBERED = 50_000;

    private final Lookup lookup;
    private final ReadGate reading;
    private final Actor actor;
    private final Model model;
    private final RecordType type;
    private final boolean again;
    private final Map<String, Map<String, List<UUID>>> remembered = new HashMap<>();
    private final Map<UUID, StoredRecord> ambiguous = new HashMap<>();
    private final Map<String, Optional<Field<?>>> parentFields = new HashMap<>();

    References(Lookup lookup, ReadGate reading, Actor actor, ImportPlan plan) {
        this.lookup = lookup;
        this.reading = reading;
        this.actor = actor;
        this.model = plan.model();
        this.type = plan.type();
        this.again = plan.matchOn().stream().anyMatch(field -> field.name().equals(SystemFields.ID.name()));
    }

    /**
     * Puts what is found into the drafts. What is not found becomes a problem of its row, unless it is a row of the same file.
     *
     * @param inFile whether a word names a row of the file that points at its own type
     * @param maker makes records for unknown words and answers those it made, or answers none
     */
    void resolve(List<ReadRow> rows, Predicate<String> inFile, Maker maker) {
        Map<Field<?>, List<ReadRow>> byField = new LinkedHashMap<>();
        for (ReadRow row : rows) {
            row.references()
                    .forEach(reference -> byField.computeIfAbsent(reference.field(), none -> new ArrayList<>())
                            .add(row));
        }
        // Parents before what belongs to them: the pipeline of a deal tells two stages of one name apart.
        byField.keySet().stream()
                .sorted(java.util.Comparator.comparing(field -> parentField(field) == null ? 0 : 1))
                .forEach(field -> resolve(field, byField.getOrDefault(field, List.of()), inFile, maker));
    }

    /** The records that words mean for a field; for who only wants to know. */
    Map<String, List<UUID>> find(Field<?> field, Collection<String> words) {
        RecordType target = target(field);
        Map<String, List<UUID>> known = remembered.computeIfAbsent(target.plural(), none -> new HashMap<>());
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        Set<String> open = new LinkedHashSet<>(words);
        open.removeIf(word -> word.isEmpty() || known.containsKey(word));
        if (!open.isEmpty()) {
            known.putAll(lookup.byName(actor, target, open));
        }
        return known;
    }

    RecordType target(Field<?> field) {
        return model.type(((ReferenceType) field.type()).target());
    }

    private void resolve(Field<?> field, List<ReadRow> rows, Predicate<String> inFile, Maker maker) {
        Set<String> words = new LinkedHashSet<>();
        for (ReadRow row : rows) {
            ReadRow.Reference reference = of(row, field);
            words.add(reference.word());
            words.add(reference.idWord());
        }
        Map<String, List<UUID>> found = find(field, words);
        boolean ownType = target(field).plural().equals(type.plural());
        if (again) {
            findInBin(field, rows, found, word -> ownType && inFile.test(word));
        }
        Set<String> unknown = new LinkedHashSet<>(words);
        unknown.removeIf(word -> word.isEmpty() || found.containsKey(word) || (ownType && inFile.test(word)));
        rows.stream()
                .map(row -> of(row, field))
                .filter(reference -> found.containsKey(reference.idWord()))
                .forEach(reference -> unknown.remove(reference.word()));
        unknown.removeIf(
                word -> rows.stream().allMatch(row -> !of(row, field).word().equals(word)));
        if (!unknown.isEmpty()) {
            maker.make(target(field), unknown).forEach((word, id) -> found.put(word, List.of(id)));
        }
        for (ReadRow row : rows) {
            put(row, of(row, field), found, ownType, inFile);
        }
    }

    /** Records that are matched by their identifiers may point into the bin, and a file that says so changes nothing. */
    private void findInBin(
            Field<?> field, List<ReadRow> rows, Map<String, List<UUID>> found, Predicate<String> inFile) {
        Map<RecordRef, String> open = new HashMap<>();
        for (ReadRow row : rows) {
            String word = of(row, field).idWord();
            if (!found.containsKey(word) && !inFile.test(of(row, field).word())) {
                UuidType.find(word)
                        .ifPresent(id -> open.put(new RecordRef(target(field).plural(), id), word));
            }
        }
        reading.names(actor, open.keySet()).forEach((ref, name) -> {
            if (name.deleted()) {
                found.put(Objects.requireNonNull(open.get(ref)), List.of(ref.id()));
            }
        });
    }

    private void put(
            ReadRow row,
            ReadRow.Reference reference,
            Map<String, List<UUID>> found,
            boolean ownType,
            Predicate<String> inFile) {
        List<UUID> byId = found.get(reference.idWord());
        List<UUID> ids = byId != null ? byId : found.getOrDefault(reference.word(), List.of());
        Field<?> field = reference.field();
        String word = reference.word().isEmpty() ? reference.idWord() : reference.word();
        if (ids.size() > 1) {
            ids = narrowed(row, field, ids);
        }
        if (ids.size() == 1) {
            row.draft().put(field, ids.getFirst());
        } else if (ids.size() > 1) {
            row.draft().problem(Problem.of(field.name(), "ambiguous-reference", word));
        } else if (ownType && inFile.test(word)) {
            row.later().add(reference);
        } else {
            row.draft().problem(Problem.of(field.name(), "unknown-reference", word));
        }
    }

    private static ReadRow.Reference of(ReadRow row, Field<?> field) {
        return row.references().stream()
                .filter(reference -> reference.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** Among records of one name, those that belong to the same parent as the row. */
    private List<UUID> narrowed(ReadRow row, Field<?> field, List<UUID> ids) {
        Field<?> parent = parentField(field);
        Field<?> own = parent == null ? null : ownField(parent);
        Object wanted = own == null ? null : row.draft().values().get(own.name());
        if (parent == null || wanted == null) {
            return ids;
        }
        List<UUID> missing =
                ids.stream().filter(id -> !ambiguous.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            ambiguous.putAll(reading.findAll(actor, target(field), missing));
        }
        return ids.stream()
                .filter(id -> ambiguous.containsKey(id)
                        && wanted.equals(ambiguous.get(id).values().get(parent.name())))
                .toList();
    }

    /** A reference of the target to a type that the imported type points at too: the pipeline of a stage. */
    private @Nullable Field<?> parentField(Field<?> field) {
        return parentFields
                .computeIfAbsent(
                        field.name(),
                        none -> target(field).ownFields().stream()
                                .filter(each -> each.type() instanceof ReferenceType && ownField(each) != null)
                                .findFirst()
                                .<Field<?>>map(each -> each))
                .orElse(null);
    }

    private @Nullable Field<?> ownField(Field<?> parent) {
        String wanted = ((ReferenceType) parent.type()).target();
        return type.ownFields().stream()
                .filter(each -> each.type() instanceof ReferenceType reference
                        && reference.target().equals(wanted)
                        && !wanted.equals(type.plural()))
                .findFirst()
                .orElse(null);
    }

    /** Makes records for words that mean none. */
    interface Maker {

        Maker NONE = (target, words) -> Map.of();

        Map<String, UUID> make(RecordType target, Set<String> words);
    }
}
