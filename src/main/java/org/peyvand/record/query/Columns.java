package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.sql.RecordTable;

/** The columns to select for the wanted fields that the actor reads, and the way back from a row to a record. */
final class Columns {

    private static final int ID = 0;
    private static final int VERSION = 1;
    private static final int DELETED_AT = 2;

    private final Sight sight;
    private final RecordTable table;
    private final List<Field<?>> fields;
    private final Set<String> besides;
    private final List<org.jooq.Field<?>> select = new ArrayList<>();

    Columns(Sight sight, RecordTable table, @Nullable List<Field<?>> wanted) {
        this.sight = sight;
        this.table = table;
        Set<String> names = wanted == null
                ? null
                : wanted.stream().map(Field::name).collect(Collectors.toCollection(LinkedHashSet::new));
        besides = names == null ? Set.of() : besides(names);
        fields = sight.readable(table.type()).stream()
                .filter(field -> names == null || names.contains(field.name()) || besides.contains(field.name()))
                .toList();
        select.add(table.id());
        select.add(table.version());
        select.add(table.deletedAt());
        fields.forEach(field -> select.addAll(columns(field)));
    }

    /** What must be known to judge a wanted value that speaks of another type, though nobody asked for it. */
    private Set<String> besides(Set<String> names) {
        Set<String> more = new HashSet<>();
        for (Field<?> field : table.type().fields()) {
            String other = OfAnotherType.named(field.type());
            if (other != null && names.contains(field.name())) {
                more.add(other);
            }
        }
        more.removeAll(names);
        return more;
    }

    private List<? extends org.jooq.Field<?>> columns(Field<?> field) {
        return switch (field.type()) {
            case TagsType tags -> List.of(Tagged.tags(table));
            case ExternalKeysType keys -> List.of(Tagged.keys(table));
            case org.peyvand.record.field.FieldType<?> type -> table.columns(field);
        };
    }

    List<org.jooq.Field<?>> select() {
        return select;
    }

    StoredRecord read(Record row) {
        Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(fields.size());
        int at = DELETED_AT + 1;
        for (Field<?> field : fields) {
            int width = Math.max(1, field.columns().size());
            List<@Nullable Object> cells = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                cells.add(row.get(at++));
            }
            values.put(field.name(), value(field, cells));
        }
        fields.forEach(field -> hide(field, values));
        values.keySet().removeAll(besides);
        UUID id = Objects.requireNonNull((UUID) row.get(ID));
        int version = Objects.requireNonNull((Integer) row.get(VERSION));
        return new StoredRecord(table.type(), id, version, row.get(DELETED_AT) != null, values);
    }

    /** What the reader could not ask would tell names and values that are hidden from the reader. */
    private void hide(Field<?> field, Map<String, @Nullable Object> values) {
        String other = OfAnotherType.named(field.type());
        Object value = values.get(field.name());
        if (other != null && value != null) {
            values.put(field.name(), OfAnotherType.shown(sight, field.type(), values.get(other), value));
        }
    }

    private static @Nullable Object value(Field<?> field, List<@Nullable Object> cells) {
        return switch (field.type()) {
            case TagsType tags -> cells.getFirst() instanceof String[] names ? List.of(names) : null;
            case ExternalKeysType keys -> cells.getFirst() instanceof String[] parts ? pairs(parts) : null;
            case org.peyvand.record.field.FieldType<?> type -> type.fromCells(cells);
        };
    }

    private static Map<String, String> pairs(String[] parts) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            keys.put(parts[i], parts[i + 1]);
        }
        return keys;
    }
}
