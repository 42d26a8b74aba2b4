package org.peyvand.record.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.query.Group.Kind;
import org.peyvand.record.sql.RecordTable;

/**
 * The counts and sums that the database keeps of a type, put in the place of its records. Who sees those of some teams gets
 * the cells of the teams, and one by one their own and shared records outside of these.
 */
final class Tallied {

    private final Sight sight;
    private final RecordTable table;
    private final RecordType.Tally tally;

    private Tallied(Sight sight, RecordTable table, RecordType.Tally tally) {
        this.sight = sight;
        this.table = table;
        this.tally = tally;
    }

    /** The cells, if the question needs nothing that they do not tell. */
    static Optional<Tallied> of(
            Sight sight, Query query, RecordTable table, List<Group.Key> keys, List<Group.Measure> measures) {
        RecordType.Tally kept = table.type().tally().orElse(null);
        boolean byTeam = switch (sight.reach(table.type())) {
            case Reach.All all -> true;
            case Reach.Some some -> table.type().is(RecordType.Flag.OWNED);
            case Reach.Audience audience -> false;
            case Reach.Through through -> false;
            case Reach.None none -> false;
        };
        if (kept == null || !byTeam || query.deleted() || query.text() != null) {
            return Optional.empty();
        }
        Tallied tallied = new Tallied(sight, table, kept);
        boolean told = keys.stream().allMatch(key -> tallied.tells(key.path()))
                && measures.stream().allMatch(tallied::tells)
                && tallied.tells(query.filter());
        return told ? Optional.of(tallied) : Optional.empty();
    }

    private boolean tells(FieldPath path) {
        String name = path.field().name();
        return path.direct() && (tally.by().contains(name) || name.equals(SystemFields.TEAM.name()));
    }

    private boolean tells(Group.Measure measure) {
        return switch (measure.kind()) {
            case COUNT -> true;
            case SUM, AVG -> measure.field() != null && measure.field().name().equals(tally.money());
            case MIN, MAX -> false;
        };
    }

    private boolean tells(Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.parts().stream().allMatch(this::tells);
            case Condition.Or or -> or.parts().stream().allMatch(this::tells);
            case Condition.Not not -> tells(not.part());
            case Condition.Compare compare -> tells(compare.path());
            case Condition.Has has -> false;
        };
    }

    /** What stands for the records, under the alias of their table. */
    Table<?> cells() {
        return switch (sight.reach(table.type())) {
            case Reach.Some some
            when table.type().is(RecordType.Flag.OWNED) -> within(some).asTable(table.alias());
            case Reach reach -> DSL.table(DSL.name(tally.table())).as(table.alias());
        };
    }

    private Select<?> within(Reach.Some some) {
        UUID[] teams = some.teams().toArray(UUID[]::new);
        RecordTable own = RecordTable.of(table.type(), "o");
        RecordTable shared = RecordTable.of(table.type(), "s");
        List<Field<?>> cell = new ArrayList<>(columns(table.type(), null));
        cell.addAll(List.of(records(null), amounts(null), total(null)));
        return DSL.select(cell)
                .from(DSL.table(DSL.name(tally.table())))
                .where(DSL.field(DSL.name("team_id"), SQLDataType.UUID).eq(DSL.any(teams)))
                .unionAll(single(own, own.ownerId().eq(some.owner()).and(outside(own, teams))))
                .unionAll(single(
                        shared,
                        shared.sharedWith(some.grantees(), false)
                                .and(outside(shared, teams))
                                .and(shared.ownerId().isDistinctFrom(some.owner()))));
    }

    private static org.jooq.Condition outside(RecordTable rows, UUID[] teams) {
        return rows.teamId().isNull().or(rows.teamId().ne(DSL.all(teams)));
    }

    /** Every record a cell of its own. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Select single(RecordTable rows, org.jooq.Condition mine) {
        Field<?> amount = rows.columns(rows.type().field(tally.money())).getFirst();
        List<Field<?>> cell = new ArrayList<>(columns(rows.type(), rows.alias()));
        cell.add(DSL.inline(1L));
        cell.add(DSL.when(amount.isNull(), DSL.inline(0L)).otherwise(DSL.inline(1L)));
        cell.add(DSL.coalesce(amount.coerce(SQLDataType.NUMERIC), DSL.inline(BigDecimal.ZERO)));
        return DSL.select(cell).from(rows.table()).where(rows.deletedAt().isNull(), mine);
    }

    /** The columns that tell cells apart, as the records have them. */
    private List<Field<?>> columns(RecordType type, @Nullable String alias) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(column(alias, "team_id", SQLDataType.UUID));
        for (String name : tally.by()) {
            for (var each : type.field(name).columns()) {
                columns.add(column(alias, each.name(), SQLDataType.OTHER));
            }
        }
        columns.add(column(alias, type.field(tally.money()).columns().get(1).name(), SQLDataType.CLOB));
        return columns;
    }

    private static Field<?> column(@Nullable String alias, String name, org.jooq.DataType<?> type) {
        return DSL.field(alias == null ? DSL.name(name) : DSL.name(alias, name), type);
    }

    private static Field<Long> records(@Nullable String alias) {
        return DSL.field(alias == null ? DSL.name("records") : DSL.name(alias, "records"), SQLDataType.BIGINT);
    }

    private static Field<Long> amounts(@Nullable String alias) {
        return DSL.field(alias == null ? DSL.name("amounts") : DSL.name(alias, "amounts"), SQLDataType.BIGINT);
    }

    private static Field<BigDecimal> total(@Nullable String alias) {
        return DSL.field(alias == null ? DSL.name("total") : DSL.name(alias, "total"), SQLDataType.NUMERIC);
    }

    /** That a group holds a record at all: cells stay when their last record has gone. */
    org.jooq.Condition filled() {
        return DSL.sum(records(table.alias())).gt(BigDecimal.ZERO);
    }

    /** The parts of a measure, as {@link Measured#select} has them over records. */
    List<Field<?>> select(Measured measure) {
        Field<Long> count = DSL.sum(records(table.alias())).cast(SQLDataType.BIGINT);
        if (measure.kind() == Kind.COUNT) {
            return List.of(count);
        }
        List<Field<?>> parts = new ArrayList<>();
        Field<BigDecimal> amounts = DSL.sum(amounts(table.alias()));
        parts.add(amounts.cast(SQLDataType.BIGINT));
        parts.add(DSL.when(amounts.gt(BigDecimal.ZERO), DSL.sum(total(table.alias()))));
        parts.addAll(measure.groupedBy());
        return parts;
    }
}
