package org.peyvand.record.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.BooleanType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.DecimalType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.field.UrlType;
import org.peyvand.record.sql.RecordTable;

/**
 * Groups of records with measures. The database groups by single days, in which both calendars agree; days are put
 * together to periods here, so one scan serves every calendar. Money is grouped by currency underneath, never added
 * across.
 */
final class Grouping {

    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_KEYS = 3;
    private static final int MOST_MEASURES = 10;

    private final Sight sight;
    private final Query query;
    private final ConditionCompiler compiler;
    private final RecordTable table;
    private final Joins joins;
    private final List<Group.Key> keys;
    private final List<Field<?>> keyColumns = new ArrayList<>();
    private final List<Measured> measures;
    private final @Nullable Tallied tallied;

    Grouping(Sight sight, Query query, List<Group.Key> keys, List<Group.Measure> measures) {
        if (keys.size() > MOST_KEYS || measures.size() > MOST_MEASURES) {
            throw Sight.refusal("by", "too-many-groups", Integer.toString(MOST_GROUPS));
        }
        this.sight = sight;
        this.query = query;
        this.keys = keys;
        compiler = new ConditionCompiler(sight);
        table = RecordTable.of(sight.effective(query.type()), "t");
        joins = new Joins(sight, compiler, table);
        keys.forEach(key -> keyColumns.add(column(key)));
        this.measures = measures.stream()
                .map(measure -> Measured.of(sight, measure, table))
                .toList();
        tallied = Tallied.of(sight, query, table, keys, measures).orElse(null);
    }

    List<Group> groups(TimedSql sql) {
        List<? extends Record> rows = sql.ask(db -> db.fetch(statement()));
        if (rows.size() > MOST_ROWS) {
            throw tooMany();
        }
        Map<List<@Nullable Object>, Tally> tallies = new LinkedHashMap<>();
        for (Record row : rows) {
            tallies.computeIfAbsent(keysOf(row), none -> new Tally(row, measures, keys.size()))
                    .add(row);
            if (tallies.size() > MOST_GROUPS) {
                throw tooMany();
            }
        }
        return tallies.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue, this::compare))
                .map(entry -> new Group(entry.getKey(), entry.getValue().results()))
                .toList();
    }

    private static org.peyvand.record.Refusal.Malformed tooMany() {
        return Sight.refusal("by", "too-many-groups", Integer.toString(MOST_GROUPS));
    }

    /** Keys, the rank of each key whose order only the database knows among its values, and the parts of the measures. */
    private Select<?> statement() {
        List<Field<?>> groupBy = new ArrayList<>(keyColumns);
        List<Field<?>> select = new ArrayList<>(keyColumns);
        keyColumns.forEach(key -> select.add(rank(key)));
        for (Measured measure : measures) {
            groupBy.addAll(measure.groupedBy());
            select.addAll(tallied == null ? measure.select() : tallied.select(measure));
        }
        List<Field<?>> groups = groupBy.stream().distinct().toList();
        return tallied == null
                ? DSL.select(select)
                        .from(joins.tables())
                        .where(Matching.reached(sight, compiler, query, table))
                        .groupBy(groups)
                        .limit(MOST_ROWS + 1)
                : DSL.select(select)
                        .from(tallied.cells())
                        .where(compiler.compile(query.filter(), table))
                        .groupBy(groups)
                        .having(tallied.filled())
                        .limit(MOST_ROWS + 1);
    }

    private static Field<Long> rank(Field<?> key) {
        return Tally.isOrderedHere(key.getType())
                ? DSL.inline(0L)
                : DSL.field("dense_rank() over (order by {0} nulls last)", SQLDataType.BIGINT, key);
    }

    private Field<?> column(Group.Key key) {
        FieldPath path = key.path();
        RecordTable end = joins.end(path);
        org.peyvand.record.field.Field<?> field =
                sight.field(end.type(), path.field().name());
        if (!groupable(field.type(), key.period())) {
            throw Sight.refusal("by", "not-groupable", path.toString());
        }
        Column first = field.columns().getFirst();
        Field<?> column = end.column(first);
        if (field.type() instanceof AnyReferenceType) {
            return DSL.field(
                    "({0} || '/' || {1})",
                    SQLDataType.VARCHAR, end.column(field.columns().getLast()), column);
        }
        if (field.type() instanceof InstantType) {
            return DSL.field("(({0} at time zone {1})::date)", SQLDataType.LOCALDATE, column, zone());
        }
        return first.collation().isEmpty()
                ? column
                : column.coerce(String.class).collate(DSL.collation(DSL.name(first.collation())));
    }

    /** PostgreSQL reads the sign of a written offset the other way round, so offsets are given as intervals. */
    private Field<?> zone() {
        ZoneId zone = sight.actor().zone().normalized();
        return zone instanceof ZoneOffset offset
                ? DSL.field("interval {0}", Object.class, DSL.inline(offset.getTotalSeconds() + " seconds"))
                : DSL.inline(zone.getId());
    }

    private static boolean groupable(FieldType<?> type, @Nullable CalendarPeriod period) {
        return switch (type) {
            case DateType date -> true;
            case InstantType instant -> period != null;
            case AnyReferenceType any -> period == null;
            case BooleanType bool -> period == null;
            case ChoiceType choice -> period == null;
            case DecimalType decimal -> period == null;
            case EmailType email -> period == null;
            case IntegerType integer -> period == null;
            case PercentType percent -> period == null;
            case PhoneType phone -> period == null;
            case ReferenceType reference -> period == null;
            case TextType text -> period == null && text.sorted() == null;
            case UrlType url -> period == null;
            default -> false;
        };
    }

    private List<@Nullable Object> keysOf(Record row) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            CalendarPeriod period = keys.get(i).period();
            Object value = row.get(i);
            if (value instanceof String ref && keys.get(i).path().field().type() instanceof AnyReferenceType) {
                value = AnyReferenceType.parse(ref);
            }
            values.add(period != null && value instanceof LocalDate day ? period.startOf(day) : value);
        }
        return values;
    }

    /** By the keys in turn; periods compare by any of their days, so by the rank of the first one seen only among others. */
    private int compare(Tally one, Tally other) {
        for (int i = 0; i < keys.size(); i++) {
            int order = keys.get(i).period() == null
                    ? one.compareKey(other, i)
                    : days(one.day(i), other.day(i), keys.get(i).period());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int days(@Nullable LocalDate one, @Nullable LocalDate other, @Nullable CalendarPeriod period) {
        if (one == null || other == null || period == null) {
            return Boolean.compare(one == null, other == null);
        }
        return period.startOf(one).compareTo(period.startOf(other));
    }
}
