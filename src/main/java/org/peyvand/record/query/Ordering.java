package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Column;
import org.peyvand.record.sql.RecordTable;

/**
 * The order of a list over one table: its keys, and then the id in the direction of the last of them, so that no two
 * records tie.
 */
final class Ordering {

    /** Never empty, in every table. */
    private static final Set<String> FILLED = Set.of("id", "version", "createdAt", "updatedAt");

    private final List<OrderKey> keys;
    private final Field<java.util.UUID> id;
    private final boolean descending;

    private Ordering(List<OrderKey> keys, Field<java.util.UUID> id) {
        this.keys = List.copyOf(keys);
        this.id = id;
        this.descending = !keys.isEmpty() && keys.getLast().descending();
    }

    static Ordering of(Sight sight, List<Sort> sorts, RecordTable table, Joins joins) {
        List<OrderKey> keys = new ArrayList<>();
        for (Sort sort : sorts) {
            RecordTable end = joins.end(sort.path());
            org.peyvand.record.field.Field<?> field =
                    sight.field(end.type(), sort.path().field().name());
            if (!PathParser.sortable(field)) {
                throw Sight.refusal("sort", "not-sortable", sort.path().toString());
            }
            keys.add(key(end, field, sort));
        }
        return new Ordering(keys, table.id());
    }

    @SuppressWarnings("unchecked")
    private static OrderKey key(RecordTable table, org.peyvand.record.field.Field<?> field, Sort sort) {
        Column column = field.columns().getFirst();
        Field<?> plain = table.column(column);
        Field<?> sorted = column.collation().isEmpty()
                ? plain
                : plain.coerce(String.class).collate(DSL.collation(DSL.name(column.collation())));
        boolean nullable = !sort.path().direct() || !FILLED.contains(field.name());
        return new OrderKey((Field<Object>) sorted, column.sqlType(), sort.descending(), nullable);
    }

    List<OrderKey> keys() {
        return keys;
    }

    /** Whether one index on (key, id) could hold it. */
    boolean isSimple() {
        return keys.size() == 1;
    }

    List<SortField<?>> natural() {
        List<SortField<?>> order = new ArrayList<>();
        keys.forEach(key -> order.add(key.natural()));
        order.add(descending ? id.desc() : id.asc());
        return order;
    }

    List<SortField<?>> fenced() {
        List<SortField<?>> order = new ArrayList<>();
        keys.forEach(key -> order.add(key.fenced()));
        order.add(descending ? id.desc() : id.asc());
        return order;
    }

    List<SortField<?>> nullsLast() {
        List<SortField<?>> order = new ArrayList<>();
        keys.forEach(key -> order.add(key.nullsLast()));
        order.add(descending ? id.desc() : id.asc());
        return order;
    }

    /** Beyond the cursor, as one range of an index on (key, id); the key's value is not null there. */
    org.jooq.Condition range(Cursor after) {
        OrderKey key = keys.getFirst();
        var here = DSL.row(key.column(), id);
        var there =
                DSL.row(key.bind(java.util.Objects.requireNonNull(after.values().getFirst())), DSL.val(after.id()));
        return descending ? here.lt(there) : here.gt(there);
    }

    org.jooq.Condition idBeyond(Cursor after) {
        return descending ? id.lt(after.id()) : id.gt(after.id());
    }

    /** Beyond the cursor, for any order. */
    org.jooq.Condition beyond(Cursor after) {
        List<org.jooq.Condition> ways = new ArrayList<>();
        org.jooq.Condition same = DSL.trueCondition();
        for (int i = 0; i < keys.size(); i++) {
            @Nullable Object value = after.values().get(i);
            if (value != null) {
                ways.add(same.and(keys.get(i).beyond(value)));
            }
            same = same.and(keys.get(i).same(value));
        }
        ways.add(same.and(idBeyond(after)));
        return DSL.or(ways);
    }
}
