package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.record.sql.RecordTable;

/** One list of records in its order, read page by page. */
final class Listing {

    private final Sight sight;
    private final Query query;
    private final TimedSql sql;
    private final ConditionCompiler compiler;
    private final RecordTable table;
    private final Joins joins;
    private final List<Sort> sorts;
    private final Ordering ordering;
    private final Columns columns;
    private final boolean indexed;

    Listing(Sight sight, Query query, TimedSql sql) {
        this.sight = sight;
        this.query = query;
        this.sql = sql;
        compiler = new ConditionCompiler(sight);
        table = RecordTable.of(sight.effective(query.type()), "t");
        joins = new Joins(sight, compiler, table);
        sorts = query.sorts().isEmpty() ? new PathParser(sight).defaultSorts(table.type()) : query.sorts();
        ordering = Ordering.of(sight, sorts, table, joins);
        columns = new Columns(sight, table, query.fields());
        indexed = sorts.size() == 1 && isIndexed(sorts.getFirst(), table.type());
    }

    private static boolean isIndexed(Sort sort, RecordType type) {
        return sort.path().direct()
                && type.find(sort.path().field().name())
                        .filter(field -> field.is(Field.Flag.INDEXED)
                                || field.is(Field.Flag.KEY)
                                || field.name().equals(type.titleField().name()))
                        .isPresent();
    }

    Page<StoredRecord> page() {
        String question = Cursor.question(query, sorts);
        String given = query.after();
        List<Row> rows = rows(given == null ? null : Cursor.read(given, question, ordering.keys()), query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<Row> shown = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? shown.getLast().cursor().written(question) : null;
        return new Page<>(shown.stream().map(Row::record).toList(), next);
    }

    /** A record and where it stands in the order. */
    record Row(StoredRecord record, Cursor cursor) {}

    /** At most so many records that come after the cursor. */
    List<Row> rows(@Nullable Cursor after, int limit) {
        List<Row> rows = new ArrayList<>();
        String words = query.text();
        List<Step> steps = words != null && WordsMatch.isSelective(words) && !isWalked()
                ? List.of(new Step(Step.Kind.FOUND, after))
                : Step.of(ordering, indexed, after);
        for (Step step : steps) {
            if (rows.size() < limit) {
                int missing = limit - rows.size();
                sql.ask(db -> db.fetch(statement(step, missing))).forEach(row -> rows.add(row(row)));
            }
        }
        return rows;
    }

    private Row row(Record row) {
        List<@Nullable Object> values = new ArrayList<>();
        int at = columns.select().size();
        for (int i = 0; i < ordering.keys().size(); i++) {
            values.add(row.get(at + i));
        }
        StoredRecord stored = columns.read(row);
        return new Row(stored, new Cursor(values, stored.id()));
    }

    private Select<?> statement(Step step, int limit) {
        List<org.jooq.Field<?>> select = new ArrayList<>(columns.select());
        ordering.keys().forEach(key -> select.add(key.column()));
        return DSL.select(select)
                .from(joins.tables())
                .where(where(step, limit))
                .orderBy(step.order(ordering))
                .limit(limit);
    }

    private org.jooq.Condition where(Step step, int limit) {
        if (isWalked()) {
            return table.id().in(walks(step, limit));
        }
        return sight.reach(table.type()) instanceof Reach.Some some && isBranched()
                ? table.id().in(branches(some, step, limit))
                : DSL.and(matching(table), sight.within(table), step.condition(ordering));
    }

    /**
     * Whether words are asked for along an order that an index may keep them beside. The planner then has the choice between
     * walking that order, which finds frequent words soon, and looking rare words up.
     */
    private boolean isWalked() {
        return indexed
                && !query.deleted()
                && table.type().is(RecordType.Flag.CROWDED)
                && (query.text() != null || findsWords(query.filter()));
    }

    /** The ids that may stand on the page: the first of the rows with few words and the first of those with many. */
    private Select<Record1<UUID>> walks(Step step, int limit) {
        RecordTable few = compiler.alias(table.type());
        RecordTable many = compiler.alias(table.type());
        return branch(few, sight.sees(few).and(few.wordsAtHand()), step, limit)
                .unionAll(branch(many, sight.sees(many).and(many.wordsApart()), step, limit));
    }

    /** Whether (owner, sort) and (team, sort) indexes lead sooner to the page than reading along the order and skipping. */
    private boolean isBranched() {
        return indexed
                && !query.deleted()
                && query.text() == null
                && table.type().is(RecordType.Flag.OWNED)
                && !findsWords(query.filter());
    }

    private static boolean findsWords(Condition condition) {
        return switch (condition) {
            case Condition.And and -> and.parts().stream().anyMatch(Listing::findsWords);
            case Condition.Compare compare ->
                compare.path().direct()
                        && compare.path().field().is(Field.Flag.SEARCHED)
                        && compare.operator().negates().isEmpty();
            case Condition.Or or -> false;
            case Condition.Not not -> false;
            case Condition.Has has -> false;
        };
    }

    /** The ids that may stand on the page: the first ones of the owner's, of each team's and of the shared records. */
    private Select<Record1<UUID>> branches(Reach.Some some, Step step, int limit) {
        RecordTable own = compiler.alias(table.type());
        Select<Record1<UUID>> all = branch(own, own.ownerId().eq(some.owner()), step, limit);
        if (!some.teams().isEmpty()) {
            all = all.unionAll(ofTeams(some.teams(), step, limit));
        }
        if (some.grantees().isEmpty()) {
            return all;
        }
        RecordTable shared = compiler.alias(table.type());
        return all.unionAll(branch(shared, shared.sharedWith(some.grantees(), false), step, limit));
    }

    private Select<Record1<UUID>> ofTeams(Set<UUID> teams, Step step, int limit) {
        RecordTable rows = compiler.alias(table.type());
        if (teams.size() == 1) {
            return branch(rows, rows.teamIn(teams), step, limit);
        }
        org.jooq.Field<UUID> team = DSL.field(DSL.name("g", "team"), SQLDataType.UUID);
        var ofTeam = branch(rows, rows.teamId().eq(team), step, limit).asTable("b");
        return DSL.select(Objects.requireNonNull(ofTeam.field(0, UUID.class)))
                .from(DSL.table("unnest({0}) g (team)", DSL.val(teams.toArray(UUID[]::new))))
                .crossJoin(DSL.lateral(ofTeam));
    }

    private Select<Record1<UUID>> branch(RecordTable from, org.jooq.Condition mine, Step step, int limit) {
        Ordering order = Ordering.of(sight, sorts, from, new Joins(sight, compiler, from));
        return DSL.select(from.id())
                .from(from.table())
                .where(mine, matching(from), step.condition(order))
                .orderBy(step.order(order))
                .limit(limit);
    }

    private org.jooq.Condition matching(RecordTable rows) {
        return Matching.of(sight, compiler, query, rows);
    }
}
