package org.peyvand.record.query;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.peyvand.locale.PersianText;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.sql.RecordTable;

/**
 * Looks for records of many types in one statement that says no more than which they are. Of twenty types most have
 * nothing to say, and a look at their titles and at what they refer to would take longer to plan than to run. Whether
 * a candidate is within reach is for {@link Titles} to say in the end.
 */
final class Candidates {

    private static final int FEWEST = 25;
    private static final int NAMESAKES = 10;
    private static final int ALIKE = 500;

    /** Of what is reached through its owner the owners are asked in the end, when it is titled: planning to ask all kinds of owners takes long. */
    private static final int THROUGH = 500;

    private final Sight sight;
    private final TimedSql sql;
    private final Collection<RecordType> types;
    private final int each;

    /**
     * @param limit how many are shown in the end; of each type a quarter more are candidates
     */
    Candidates(Sight sight, TimedSql sql, Collection<RecordType> types, int limit) {
        this.sight = sight;
        this.sql = sql;
        this.types = types;
        this.each = Math.max(limit + limit / 4, FEWEST);
    }

    /** A candidate with the words it was found by, which only {@link #alike} reads. */
    record Found(RecordRef ref, String text) {}

    /**
     * Those that hold all the words, the latest of each type. Of words that thousands hold the others stay unseen, save for
     * {@link #namesakes}: whoever looks for one of them has to say more.
     */
    List<Found> holding(String words) {
        return asked(asking -> latest(asking, asking.match().searching(words), words));
    }

    /**
     * Those whose own number, address or identifier the words are, and of the types that have none those that hold them.
     *
     * @param addresses as {@code match_keys} holds them
     */
    List<Found> bearing(List<String> addresses, String words) {
        return asked(asking -> {
            if (!asking.table().type().isCompared() || !asking.match().wholly()) {
                return latest(asking, asking.match().searching(words), words);
            }
            Condition borne = DSL.or(addresses.stream()
                    .map(address -> DSL.condition(
                            "{0} @> jsonb_build_array({1}::text)",
                            asking.table().matchKeys(), DSL.val(address)))
                    .toList());
            return List.of(those(asking, borne, List.of(), each, false));
        });
    }

    /** A wider circle of those whose words are like these; the words of each are read to tell how near they are. */
    List<Found> around(Alike alike) {
        return asked(asking ->
                List.of(those(asking, alike.candidates(asking.table().searchText()), List.of(), ALIKE, true)));
    }

    private List<Select<Record3<String, UUID, String>>> latest(Asking asking, Condition matching, String words) {
        RecordTable table = asking.table();
        List<SortField<?>> order = List.of(latestFirst(table, words));
        Stream<Condition> parts = table.type().is(RecordType.Flag.CROWDED)
                ? Stream.of(matching.and(table.wordsAtHand()), hidden(matching).and(table.wordsApart()))
                : Stream.of(matching);
        return parts.map(part -> those(asking, part, order, each, false)).toList();
    }

    /** A condition that the planner does not weigh, where that takes longer than it helps. */
    private static Condition hidden(Condition condition) {
        return DSL.condition("coalesce({0}, false)", condition);
    }

    /** Those whose bare name begins with the words, by type; only where so many hold the words that these may not be among the latest. */
    Map<String, Select<Record1<UUID>>> namesakes(List<Found> found, String words) {
        String key = PersianText.nameKey(words);
        Map<String, Select<Record1<UUID>>> namesakes = new TreeMap<>();
        for (RecordType type : key.isEmpty() ? List.<RecordType>of() : types) {
            RecordTable table = RecordTable.of(type, "n");
            boolean many = found.stream()
                            .filter(one -> one.ref().type().equals(type.plural()))
                            .count()
                    >= each;
            WordsMatch match = WordsMatch.everywhere(sight, table);
            if (many && type.isCompared() && match.wholly()) {
                namesakes.put(
                        type.plural(),
                        DSL.select(table.id())
                                .from(table.table())
                                .where(table.deletedAt().isNull(), sight.sees(table))
                                .and(table.nameKey()
                                        .like(WordsMatch.anywhere(key).substring(1)))
                                .and(hidden(match.searching(words)))
                                .orderBy(table.nameKey())
                                .limit(NAMESAKES));
            }
        }
        return namesakes;
    }

    /** One type under question, and how its words are compared. */
    private record Asking(RecordTable table, WordsMatch match) {}

    private List<Found> asked(Function<Asking, List<Select<Record3<String, UUID, String>>>> question) {
        return types.stream()
                .map(type -> RecordTable.of(type, "t"))
                .map(table -> new Asking(table, WordsMatch.everywhere(sight, table)))
                .filter(asking -> !asking.match().isEmpty())
                .flatMap(asking -> question.apply(asking).stream())
                .reduce(Select::unionAll)
                .map(all -> sql.ask(db -> db.fetch(all)).stream()
                        .map(Candidates::found)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private Select<Record3<String, UUID, String>> those(
            Asking asking, Condition matching, List<SortField<?>> order, int most, boolean reading) {
        RecordTable table = asking.table();
        boolean through = sight.reach(table.type()) instanceof Reach.Through;
        return DSL.select(
                        DSL.inline(table.type().plural()).as("type"),
                        table.id().as("id"),
                        (reading ? asking.match().text() : DSL.inline("")).as("words"))
                .from(table.table())
                .where(table.deletedAt().isNull(), matching)
                .and(through ? DSL.trueCondition() : sight.sees(table))
                .orderBy(order)
                .limit(through ? THROUGH : most);
    }

    /** Of selective words, where words do not stand beside it, not along the index of that order, as in {@link OrderKey#fenced}. */
    private static SortField<?> latestFirst(RecordTable table, String words) {
        Field<OffsetDateTime> createdAt =
                DSL.field(DSL.name(table.alias(), "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        return WordsMatch.isSelective(words) && !table.type().is(RecordType.Flag.CROWDED)
                ? DSL.field(DSL.select(createdAt)).desc()
                : createdAt.desc();
    }

    private static Found found(Record3<String, UUID, String> row) {
        return new Found(new RecordRef(row.value1(), row.value2()), Objects.requireNonNullElse(row.value3(), ""));
    }
}
