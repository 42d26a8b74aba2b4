package org.peyvand.record.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.query.Lookup;
import org.springframework.stereotype.Component;

/**
 * Looks records up by whole lists of values. Words are first asked for as they are written, which every name index serves; only
 * the rest is asked for in any spelling, through the trigram index on the search text.
 */
@Component
final class RecordLookup implements Lookup {

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final int MOST_PER_STATEMENT = 500;

    private final DSLContext sql;
    private final Visibility visibility;

    RecordLookup(DSLContext sql, Visibility visibility) {
        this.sql = sql;
        this.visibility = visibility;
    }

    @Override
    public Map<String, List<UUID>> byName(Actor actor, RecordType type, Collection<String> words) {
        Map<String, List<UUID>> found = new HashMap<>();
        Set<String> open = new LinkedHashSet<>(words);
        byId(actor, type, open, found);
        for (Field<?> field : namingFields(actor, type)) {
            open.removeAll(found.keySet());
            Map<Object, List<String>> wanted = new HashMap<>();
            open.forEach(word -> wanted.computeIfAbsent(folded(field, word), none -> new ArrayList<>())
                    .add(word));
            candidates(actor, type, List.of(field), field, open)
                    .forEach((key, ids) ->
                            wanted.getOrDefault(key.getFirst(), List.of()).forEach(word -> found.put(word, ids)));
        }
        return found;
    }

    @Override
    public Map<List<Object>, List<UUID>> byKey(
            Actor actor, RecordType type, List<Field<?>> fields, Collection<List<Object>> keys) {
        Map<List<Object>, List<List<Object>>> wanted = new HashMap<>();
        for (List<Object> key : keys) {
            wanted.computeIfAbsent(canonical(fields, key), none -> new ArrayList<>())
                    .add(key);
        }
        Field<?> anchor = anchor(fields);
        int index = fields.indexOf(anchor);
        Set<Object> values = new LinkedHashSet<>();
        keys.forEach(key -> values.add(key.get(index)));
        Map<List<Object>, List<UUID>> found = new HashMap<>();
        candidates(actor, type, fields, anchor, values)
                .forEach((key, ids) ->
                        wanted.getOrDefault(key, List.of()).forEach(original -> found.put(original, ids)));
        return found;
    }

    @Override
    public @Nullable Object canonical(Field<?> field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String words -> folded(field, words);
            case java.math.BigDecimal number -> number.stripTrailingZeros();
            case Object other -> other;
        };
    }

    private void byId(Actor actor, RecordType type, Set<String> words, Map<String, List<UUID>> found) {
        Map<UUID, String> ids = new HashMap<>();
        words.stream().filter(word -> word.matches(UUID_FORM)).forEach(word -> ids.put(UUID.fromString(word), word));
        if (!ids.isEmpty()) {
            candidates(actor, type, List.of(SystemFields.ID), SystemFields.ID, ids.keySet())
                    .forEach((key, matches) -> found.put(Objects.requireNonNull(ids.get(key.getFirst())), matches));
        }
    }

    /** Key and unique fields first, the title last. */
    private List<Field<?>> namingFields(Actor actor, RecordType type) {
        Set<Field<?>> naming = new LinkedHashSet<>();
        type.fields().stream().filter(field -> field.is(Field.Flag.UNIQUE)).forEach(naming::add);
        naming.add(type.titleField());
        return naming.stream()
                .filter(field -> field.type().javaType() == String.class)
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .toList();
    }

    /** The field that the fewest records share a value of, as far as the declaration says. */
    private static Field<?> anchor(List<Field<?>> fields) {
        return fields.stream()
                .filter(field -> field.name().equals("id") || field.is(Field.Flag.UNIQUE))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.is(Field.Flag.SEARCHED))
                        .findFirst())
                .orElse(fields.getFirst());
    }

    private Map<List<Object>, List<UUID>> candidates(
            Actor actor, RecordType type, List<Field<?>> fields, Field<?> anchor, Collection<?> values) {
        Map<List<Object>, List<UUID>> found = new LinkedHashMap<>();
        List<Object> open = new ArrayList<>(values);
        for (int from = 0; from < open.size(); from += MOST_PER_STATEMENT) {
            List<Object> part = open.subList(from, Math.min(open.size(), from + MOST_PER_STATEMENT));
            Scan scan = new Scan(actor, type, fields, anchor);
            if (!isWords(anchor)) {
                scan.read(matching(scan.table, anchor, part), found);
            } else if (anchor.is(Field.Flag.UNIQUE)) {
                scan.read(spelledAnyhow(scan.table, anchor, part, false), found);
            } else {
                scan.read(spelledSo(scan.table, anchor, part), found);
                List<Object> rest = scan.missing(part);
                if (!rest.isEmpty()) {
                    scan.read(spelledAnyhow(scan.table, anchor, rest, anchor.is(Field.Flag.SEARCHED)), found);
                }
            }
        }
        return found;
    }

    /** As it is written, by the index that sorts names. */
    private static Condition spelledSo(RecordTable table, Field<?> field, List<Object> values) {
        String[] clean = values.stream()
                .map(value -> PersianText.clean((String) value))
                .distinct()
                .toArray(String[]::new);
        return DSL.condition(
                "{0} collate \"fa-x-icu\" = any({1})", table.columns(field).getFirst(), DSL.val(clean));
    }

    private static Condition spelledAnyhow(
            RecordTable table, Field<?> field, List<Object> values, boolean inSearchText) {
        Set<String> words = new LinkedHashSet<>();
        values.forEach(value -> words.add(PersianText.searchText((String) value)));
        Condition exact = DSL.condition(
                "search_text({0}) = any({1})", table.columns(field).getFirst(), DSL.val(words.toArray(String[]::new)));
        String[] patterns = words.stream()
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
        return inSearchText
                ? DSL.condition("{0} like any({1})", table.searchText(), DSL.val(patterns))
                        .and(exact)
                : exact;
    }

    private static Condition matching(RecordTable table, Field<?> field, List<Object> values) {
        org.jooq.Field<?> column = table.columns(field).getFirst();
        if (field.type() instanceof EmailType) {
            String[] lower = values.stream()
                    .map(value -> ((String) value).strip().toLowerCase(Locale.ROOT))
                    .distinct()
                    .toArray(String[]::new);
            return DSL.condition("lower({0}) = any({1})", column, DSL.val(lower));
        }
        List<Object> cells = new ArrayList<>();
        values.forEach(value -> cells.add(cell(field, value)));
        @SuppressWarnings("unchecked")
        org.jooq.Field<Object> typed = (org.jooq.Field<Object>) column;
        return typed.in(cells);
    }

    @SuppressWarnings("unchecked")
    private static <T> Object cell(Field<T> field, Object value) {
        return Objects.requireNonNull(field.type().toCells((T) value).getFirst());
    }

    private static boolean isWords(Field<?> field) {
        return field.type() instanceof TextType || field.type() instanceof LongTextType;
    }

    private static Object folded(Field<?> field, String words) {
        return isWords(field)
                ? PersianText.searchText(words)
                : field.type() instanceof EmailType ? words.strip().toLowerCase(Locale.ROOT) : words;
    }

    private List<Object> canonical(List<Field<?>> fields, List<?> values) {
        List<Object> canonical = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Object value = canonical(fields.get(i), values.get(i));
            canonical.add(value == null ? "" : value);
        }
        return canonical;
    }

    /** One table read for one actor. */
    private final class Scan {

        private final List<Field<?>> fields;
        private final Field<?> anchor;
        private final RecordTable table;
        private final Condition live;
        private final Set<Object> seen = new HashSet<>();

        Scan(Actor actor, RecordType type, List<Field<?>> fields, Field<?> anchor) {
            this.fields = fields;
            this.anchor = anchor;
            this.table = RecordTable.of(type, "t");
            this.live = table.deletedAt()
                    .isNull()
                    .and(table.within(visibility.reach(actor, type, Operation.READ), Operation.READ));
        }

        void read(Condition condition, Map<List<Object>, List<UUID>> found) {
            List<org.jooq.Field<?>> columns = new ArrayList<>();
            columns.add(table.id());
            fields.forEach(field -> columns.addAll(table.columns(field)));
            sql.select(columns)
                    .from(table.table())
                    .where(live.and(condition))
                    .orderBy(table.id())
                    .fetch()
                    .forEach(row -> add(row, found));
        }

        List<Object> missing(List<Object> values) {
            return values.stream()
                    .filter(value -> !seen.contains(folded(anchor, (String) value)))
                    .toList();
        }

        private void add(Record row, Map<List<Object>, List<UUID>> found) {
            List<@Nullable Object> values = new ArrayList<>();
            int at = 1;
            for (Field<?> field : fields) {
                List<@Nullable Object> cells = new ArrayList<>();
                for (int i = 0; i < field.columns().size(); i++) {
                    cells.add(row.get(at++));
                }
                Object value = field.type().fromCells(cells);
                values.add(value);
                if (field.equals(anchor) && value instanceof String words) {
                    seen.add(folded(anchor, words));
                }
            }
            found.computeIfAbsent(canonical(fields, values), none -> new ArrayList<>())
                    .add(row.get(table.id()));
        }
    }
}
