package org.peyvand.bench;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.locale.Money;
import org.peyvand.locale.RelativePeriod;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Group;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.Sort;
import org.peyvand.sales.Opportunity;

/** What a reader learns about the deals: the board with its cards, sums by stage and month. */
final class DealQuestions {

    private static final int CARDS = 20;
    private static final List<Field<?>> CARD = List.of(
            Opportunity.NAME,
            Opportunity.ACCOUNT,
            Opportunity.AMOUNT,
            Opportunity.STAGE,
            Opportunity.CLOSE_DATE,
            Opportunity.NEXT_STEP,
            Opportunity.WON_AT,
            Opportunity.LOST_AT,
            SystemFields.OWNER);
    private static final List<UUID> STAGES = IntStream.rangeClosed(1, 6)
            .mapToObj(position -> UUID.fromString("0190a000-0000-7000-8000-00000000000" + position))
            .toList();

    private static final String LATELY = "t.stage_changed_at >= (date_trunc('day', now() at time zone 'Asia/Tehran')"
            + " - interval '29 days') at time zone 'Asia/Tehran' and t.stage_changed_at < (date_trunc('day',"
            + " now() at time zone 'Asia/Tehran') + interval '1 day') at time zone 'Asia/Tehran'";

    private static final int OPEN_STAGES = 4;

    private final Subject subject;
    private final BareSql bare;
    private final Reader reader;
    private final RecordType type;

    DealQuestions(Subject subject, BareSql bare, Reader reader) {
        this.subject = subject;
        this.bare = bare;
        this.reader = reader;
        this.type = subject.type(Opportunity.TYPE);
    }

    List<Question> all() {
        return List.of(
                new Question(
                        "board: sums and cards of each stage", reader.name(), 8, turn -> board(), turn -> bareBoard()),
                new Question(
                        "sums by stage and Jalali month", reader.name(), 8, turn -> months(), turn -> bareMonths()));
    }

    /** As the board page asks: open deals by their closing date, and those closed lately, the latest first. */
    private List<Object> board() {
        Map<String, String> sums = new TreeMap<>();
        List<StoredRecord> cards = new ArrayList<>();
        for (boolean open : List.of(true, false)) {
            List<UUID> stages = stages(open);
            Condition at = new Condition.Compare(path(Opportunity.STAGE), Operator.IN, List.copyOf(stages));
            sums.putAll(sums(subject.reads()
                    .groups(
                            reader.actor(),
                            Query.of(type).where(standing(at, open)),
                            List.of(new Group.Key(path(Opportunity.STAGE), null)),
                            measures())));
            for (UUID stage : stages) {
                Condition here = standing(Condition.compare(path(Opportunity.STAGE), Operator.EQ, stage), open);
                Query query = Query.of(type).where(here).limited(CARDS).reading(CARD);
                Query ordered =
                        open ? query : query.sorted(List.of(new Sort(path(Opportunity.STAGE_CHANGED_AT), true)));
                cards.addAll(subject.reads().page(reader.actor(), ordered).items());
            }
        }
        subject.reads().namesIn(reader.actor(), cards);
        return List.of(sums, cards.stream().map(StoredRecord::id).toList());
    }

    private Condition standing(Condition at, boolean open) {
        RelativePeriod lately = RelativePeriod.parse("last-30-days").orElseThrow();
        return open
                ? at
                : Condition.and(at, Condition.compare(path(Opportunity.STAGE_CHANGED_AT), Operator.WITHIN, lately));
    }

    private static List<UUID> stages(boolean open) {
        return open ? STAGES.subList(0, OPEN_STAGES) : STAGES.subList(OPEN_STAGES, STAGES.size());
    }

    private List<Object> bareBoard() throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        List<UUID> cards = new ArrayList<>();
        for (boolean open : List.of(true, false)) {
            var stages = bare.array("uuid", stages(open).toArray());
            String live = " t.deleted_at is null" + (open ? "" : " and " + LATELY) + reader.sight();
            String sum = "select t.stage_id, null, t.amount_currency, count(*), sum(t.amount) from opportunity t"
                    + " where t.stage_id = any (?) and" + live + " group by 1, 3";
            String order = open ? "t.close_date, t.id" : "t.stage_changed_at desc nulls last, t.id desc";
            String card =
                    "select c.id, c.name, c.amount, a.name, o.name from unnest(?::uuid[]) with ordinality s (id, place)"
                            + " cross join lateral (select *, row_number() over (order by " + order
                            + ") as row from (select *"
                            + " from opportunity t where t.stage_id = s.id and" + live + " order by " + order
                            + " limit " + CARDS
                            + ") t) c left join account a on a.id = c.account_id left join app_user o on o.id = c.owner_id"
                            + " order by s.place, c.row";
            sums.putAll(bareSums(bare.rows(sum, stages)));
            cards.addAll(bare.ids(card, stages));
        }
        return List.of(sums, cards);
    }

    private Map<String, String> months() {
        List<Group.Key> keys = List.of(
                new Group.Key(path(Opportunity.STAGE), null),
                new Group.Key(path(Opportunity.CLOSE_DATE), CalendarPeriod.JALALI_MONTH));
        return sums(subject.reads().groups(reader.actor(), Query.of(type), keys, measures()));
    }

    private Map<String, String> bareMonths() throws SQLException {
        LocalDate first = LocalDate.of(2024, 1, 1);
        List<LocalDate> starts = CalendarPeriod.JALALI_MONTH.boundaries(first, first.plusYears(4));
        String sql = "select stage_id, (?::date[])[width_bucket(close_date, ?::date[])], amount_currency, count(*),"
                + " sum(amount) from opportunity t where t.deleted_at is null" + reader.sight() + " group by 1, 2, 3";
        var dates = bare.array("date", starts.toArray());
        return bareSums(bare.rows(sql, dates, dates));
    }

    private static List<Group.Measure> measures() {
        return List.of(Group.Measure.COUNT, Group.Measure.sum(Opportunity.AMOUNT));
    }

    private static Map<String, String> sums(List<Group> groups) {
        Map<String, String> sums = new TreeMap<>();
        for (Group group : groups) {
            Object month = group.keys().size() > 1 ? group.keys().get(1) : null;
            List<?> money = (List<?>) group.measures().get(1);
            Money sum = (Money) money.getFirst();
            sums.put(key(group.keys().getFirst(), month), value(group.measures().getFirst(), sum.amount()));
        }
        return sums;
    }

    private static Map<String, String> bareSums(List<List<Object>> rows) {
        Map<String, String> sums = new TreeMap<>();
        rows.forEach(row -> sums.put(key(row.get(0), row.get(1)), value(row.get(3), (BigDecimal) row.get(4))));
        return sums;
    }

    private static String key(@Nullable Object stage, @Nullable Object month) {
        return stage + " " + month;
    }

    private static String value(@Nullable Object count, BigDecimal sum) {
        return count + " " + sum.setScale(2);
    }

    private FieldPath path(Field<?> field) {
        return FieldPath.of(type, field);
    }
}
