package org.peyvand.record.query;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.KeyboardLayout;
import org.peyvand.locale.PersianText;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.sql.RecordTable;

/**
 * The search over types: what holds all the words; if nothing does, what holds them as typed on the other keyboard; and
 * if nothing does either, what differs by a slip of the finger. Each attempt is one statement.
 */
final class Searching {

    private static final int CANDIDATES = 100;
    private static final int MANY = 500;

    private final Sight sight;
    private final TimedSql sql;
    private final List<RecordType> types;
    private final int limit;

    Searching(Sight sight, TimedSql sql, Collection<RecordType> types, int limit) {
        this.sight = sight;
        this.sql = sql;
        this.types = types.stream()
                .map(sight::effective)
                .filter(type -> !(sight.reach(type) instanceof Reach.None))
                .toList();
        this.limit = limit;
    }

    List<Hit> hits(String words) {
        if (types.isEmpty() || WordsMatch.tokens(words).isEmpty()) {
            return List.of();
        }
        List<Found> found = holding(words);
        for (String reading : found.isEmpty() ? otherKeyboard(words) : Set.<String>of()) {
            found = found.isEmpty() ? holding(reading) : found;
        }
        return best(found.isEmpty() ? alike(words) : found);
    }

    private static Set<String> otherKeyboard(String words) {
        Set<String> readings = new LinkedHashSet<>(KeyboardLayout.persianReadings(words));
        readings.add(KeyboardLayout.latin(words));
        readings.removeIf(reading -> PersianText.searchText(reading).equals(PersianText.searchText(words))
                || WordsMatch.tokens(reading).isEmpty());
        return readings;
    }

    /** A candidate with its score. */
    private record Found(Hit hit, OffsetDateTime updatedAt) {}

    private List<Hit> best(List<Found> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble((Found each) -> -each.hit().score())
                        .thenComparing(Found::updatedAt, Comparator.reverseOrder()))
                .limit(limit)
                .map(Found::hit)
                .toList();
    }

    private List<Found> holding(String words) {
        String folded = String.join(" ", WordsMatch.tokens(words));
        List<Select<?>> each = new ArrayList<>();
        for (RecordType type : types) {
            RecordTable table = RecordTable.of(type, "t");
            WordsMatch match = WordsMatch.everywhere(sight, table);
            if (!match.isEmpty()) {
                each.add(candidates(
                        table,
                        match.matching(words),
                        place(match.text(), folded),
                        List.of(latest(table, words)),
                        CANDIDATES,
                        limit));
            }
        }
        return fetch(each).stream().map(row -> found(row, score(row, folded))).toList();
    }

    /** The words at the beginning before the words at the beginning of a word before anywhere. */
    private static Field<String> place(Field<String> text, String folded) {
        String within = WordsMatch.anywhere(folded);
        return DSL.case_()
                .when(text.like(within.substring(1)), "0")
                .when(text.like("% " + within.substring(1)), "1")
                .else_("2");
    }

    private List<Found> alike(String words) {
        Alike alike = new Alike(WordsMatch.tokens(words));
        if (!alike.isPossible()) {
            return List.of();
        }
        List<Select<?>> each = new ArrayList<>();
        for (RecordType type : types) {
            RecordTable table = RecordTable.of(type, "t");
            WordsMatch match = WordsMatch.everywhere(sight, table);
            if (!match.isEmpty()) {
                each.add(candidates(table, alike.candidates(table.searchText()), match.text(), List.of(), MANY, MANY));
            }
        }
        List<Found> found = new ArrayList<>();
        for (Record row : fetch(each)) {
            String text = row.get(5, String.class);
            alike.score(text == null ? "" : text).ifPresent(score -> found.add(found(row, 0.6 * score)));
        }
        return found;
    }

    private List<? extends Record> fetch(List<Select<?>> each) {
        return each.isEmpty() ? List.of() : sql.ask(db -> db.fetch(union(each)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<?> union(List<Select<?>> each) {
        Select all = each.getFirst();
        for (Select<?> next : each.subList(1, each.size())) {
            all = all.unionAll((Select) next);
        }
        return all;
    }

    /**
     * The best of one type. Of words that thousands of records hold only the latest records are ranked: whoever looks for
     * one of the others has to say more.
     */
    private Select<?> candidates(
            RecordTable table,
            org.jooq.Condition matching,
            Field<?> place,
            List<SortField<?>> first,
            int most,
            int best) {
        Field<OffsetDateTime> updatedAt = updatedAt(table);
        Select<?> some = some(table, matching, place, first, most);
        Field<?> rank = DSL.field(DSL.name("c", "place"), SQLDataType.CLOB);
        return DSL.select(
                        DSL.inline(table.type().plural()).as("type"),
                        table.id().as("id"),
                        Names.title(sight, table).as("title"),
                        subtitle(table).as("subtitle"),
                        updatedAt.as("updated_at"),
                        rank.as("place"))
                .from(some.asTable("c"))
                .join(table.table())
                .on(table.id().eq(DSL.field(DSL.name("c", "id"), SQLDataType.UUID)))
                .orderBy(rank, updatedAt.desc())
                .limit(best);
    }

    private Select<?> some(
            RecordTable table, org.jooq.Condition matching, Field<?> place, List<SortField<?>> first, int most) {
        if (first.isEmpty() || !table.type().is(RecordType.Flag.CROWDED)) {
            return part(table, matching, place, first, most);
        }
        return union(List.of(
                part(table, matching.and(table.wordsAtHand()), place, first, most),
                part(table, matching.and(table.wordsApart()), place, first, most)));
    }

    private Select<?> part(
            RecordTable table, org.jooq.Condition matching, Field<?> place, List<SortField<?>> first, int most) {
        return DSL.select(table.id().as("id"), place.as("place"))
                .from(table.table())
                .where(table.deletedAt().isNull(), sight.within(table), matching)
                .orderBy(first)
                .limit(most);
    }

    private static Field<OffsetDateTime> updatedAt(RecordTable table) {
        return DSL.field(DSL.name(table.alias(), "updated_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    /** The latest first; of selective words, where words do not stand beside it, not along the index of that order, as in {@link OrderKey#fenced}. */
    private static SortField<?> latest(RecordTable table, String words) {
        Field<OffsetDateTime> createdAt =
                DSL.field(DSL.name(table.alias(), "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        return WordsMatch.isSelective(words) && !table.type().is(RecordType.Flag.CROWDED)
                ? DSL.field(DSL.select(createdAt)).desc()
                : createdAt.desc();
    }

    /** What tells a record from its namesakes: words, addresses and the names of what it refers to. */
    private Field<String> subtitle(RecordTable table) {
        List<Field<?>> parts = new ArrayList<>();
        for (org.peyvand.record.field.Field<?> field : table.type().subtitleFields()) {
            if (sight.reads(table.type(), field)) {
                Field<?> column = table.columns(field).isEmpty()
                        ? DSL.inline("")
                        : table.columns(field).getFirst();
                switch (field.type()) {
                    case TextType text -> parts.add(column);
                    case EmailType email -> parts.add(column);
                    case PhoneType phone -> parts.add(column);
                    case ReferenceType reference -> parts.add(targetTitle(reference, column.coerce(UUID.class)));
                    default -> {}
                }
            }
        }
        return parts.isEmpty() ? DSL.inline("") : DSL.field("concat_ws(' · ', {0})", String.class, DSL.list(parts));
    }

    private Field<?> targetTitle(ReferenceType reference, Field<UUID> id) {
        return sight.model()
                .find(reference.target())
                .<Field<?>>map(type -> {
                    RecordTable target = RecordTable.of(type, "s");
                    return DSL.field(DSL.select(Names.title(sight, target))
                            .from(target.table())
                            .where(target.id().eq(id), sight.within(target)));
                })
                .orElseGet(() -> DSL.inline(""));
    }

    private static Found found(Record row, double score) {
        String title = row.get(2, String.class);
        String subtitle = row.get(3, String.class);
        RecordRef ref = new RecordRef(row.get(0, String.class), row.get(1, UUID.class));
        return new Found(
                new Hit(ref, title == null ? "" : title, subtitle == null ? "" : subtitle, score),
                row.get(4, OffsetDateTime.class));
    }

    private static double score(Record row, String folded) {
        @Nullable String title = row.get(2, String.class);
        String words = title == null ? "" : PersianText.searchText(title);
        if (words.equals(folded)) {
            return 1;
        }
        if (words.startsWith(folded)) {
            return 0.9;
        }
        return words.contains(" " + folded) ? 0.8 : words.contains(folded) ? 0.7 : 0.65;
    }
}
