package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.peyvand.locale.PersianText;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.sql.RecordTable;

/**
 * Finds records by words. The folded {@code search_text} of a row holds the words of all its searched fields under one
 * trigram index; where the question covers fewer fields than that, or the reader may not read all of them, it only leads
 * to candidates and the words of the allowed fields decide.
 */
final class WordsMatch {

    private static final int LONGEST = 200;
    private static final int MOST_TOKENS = 10;
    private static final int MOST_OPERANDS = 20;

    private final RecordTable table;
    private final List<Field<?>> fields;
    private final boolean wholly;

    private WordsMatch(RecordTable table, List<Field<?>> fields, boolean wholly) {
        this.table = table;
        this.fields = fields;
        this.wholly = wholly;
    }

    /** Over all searched fields that the actor reads, as the global search asks. */
    static WordsMatch everywhere(Sight sight, RecordTable table) {
        return over(sight, table, field -> field.is(Field.Flag.SEARCHED));
    }

    /** Over title, e-mail and telephone fields, as {@code q} asks. */
    static WordsMatch byName(Sight sight, RecordTable table) {
        String title = table.type().titleField().name();
        return over(sight, table, field -> field.name().equals(title) || isContact(field));
    }

    private static WordsMatch over(Sight sight, RecordTable table, Predicate<Field<?>> wanted) {
        RecordType type = table.type();
        List<Field<?>> fields = type.fields().stream()
                .filter(wanted)
                .filter(field -> sight.reads(type, field))
                .toList();
        List<Field<?>> searched = type.searchedFields();
        return new WordsMatch(table, fields, fields.containsAll(searched) && searched.containsAll(fields));
    }

    /** That every word occurs somewhere in the fields. */
    org.jooq.Condition matching(String words) {
        return holding(words, token -> false);
    }

    /**
     * The same for a search, where a word of one or two letters is the beginning of another: inside of words it would stand
     * in nearly all records, and no trigram of it leads to any.
     */
    org.jooq.Condition searching(String words) {
        return holding(words, WordsMatch::isShort);
    }

    private org.jooq.Condition holding(String words, Predicate<String> isBeginning) {
        if (fields.isEmpty()) {
            return DSL.falseCondition();
        }
        List<String> tokens = tokens(words);
        if (tokens.isEmpty()) {
            return words.isBlank() ? DSL.trueCondition() : DSL.falseCondition();
        }
        List<String> begun = tokens.stream().filter(isBeginning).toList();
        List<String> held = tokens.stream().filter(isBeginning.negate()).toList();
        List<org.jooq.Condition> all = new ArrayList<>();
        if (fields.stream().allMatch(field -> field.is(Field.Flag.SEARCHED))) {
            all.addAll(Trigrams.holdingEach(table.searchText(), held));
            begun.forEach(token -> all.add(begins(table.searchText(), token)));
        }
        if (!wholly) {
            org.jooq.Field<String> text = text();
            held.forEach(token -> all.add(text.like(anywhere(token))));
            begun.forEach(token -> all.add(begins(text, token)));
        }
        return DSL.and(all);
    }

    private static org.jooq.Condition begins(org.jooq.Field<String> text, String token) {
        String begun = anywhere(token).substring(1);
        return text.like(begun).or(text.like("% " + begun));
    }

    /** Parts of numbers stand anywhere, however short. */
    private static boolean isShort(String token) {
        return token.length() < 3 && token.chars().noneMatch(Character::isDigit);
    }

    /** The folded words that the reader may be led by. */
    org.jooq.Field<String> text() {
        if (wholly) {
            return table.searchText();
        }
        List<org.jooq.Field<?>> parts =
                fields.stream().<org.jooq.Field<?>>map(this::words).toList();
        return DSL.field(
                "search_text(concat_ws(' ', {0}, replace(concat_ws(' ', {0}), {1}, '')))",
                String.class, DSL.list(parts), DSL.inline(String.valueOf(PersianText.HALF_SPACE)));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean wholly() {
        return wholly;
    }

    private org.jooq.Field<?> words(Field<?> field) {
        org.jooq.Field<?> column = table.columns(field).getFirst();
        return field.type() instanceof ContactPointsType
                ? DSL.field(
                        "(select string_agg(entry ->> 'value', ' ') from jsonb_array_elements({0}) entry)",
                        String.class, column)
                : column;
    }

    private static boolean isContact(Field<?> field) {
        return field.type() instanceof EmailType
                || field.type() instanceof PhoneType
                || field.type() instanceof ContactPointsType;
    }

    /** Folded words; of a number the leading zeros are dropped, since numbers are kept with their country code. */
    static List<String> tokens(String words) {
        String some = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return Arrays.stream(PersianText.searchText(some.replace("\0", "")).split(" "))
                .filter(token -> !token.isEmpty())
                .map(token -> token.matches("0+[0-9]+") ? token.replaceFirst("^0+(?=[0-9])", "") : token)
                .distinct()
                .limit(MOST_TOKENS)
                .toList();
    }

    /**
     * Whether so few records are likely to hold the words that they should be looked up first and sorted then. The planner
     * multiplies the shares of the words and counts on finding a page soon along the order; where it is wrong it reads
     * the whole index.
     */
    static boolean isSelective(String words) {
        List<String> tokens = tokens(words);
        return tokens.size() > 1 || tokens.stream().anyMatch(token -> token.length() > 5);
    }

    /**
     * A comparison of a searched field, with a wider one in front of it that the trigram index serves. For parts of words the
     * narrow one is hidden from the planner, which would multiply the shares of the two although one implies the other.
     */
    static org.jooq.Condition ledTo(
            Operator operator, List<Object> operands, RecordTable table, org.jooq.Condition exact) {
        org.jooq.Condition wide = prefilter(operator, operands, table);
        return switch (operator) {
            case CONTAINS, STARTS_WITH, ENDS_WITH -> wide.and(DSL.condition("coalesce({0}, false)", exact));
            default -> wide.and(exact);
        };
    }

    /** Everything where the index can say nothing. */
    private static org.jooq.Condition prefilter(Operator operator, List<Object> operands, RecordTable table) {
        boolean serves = switch (operator) {
            case EQ, CONTAINS, STARTS_WITH, ENDS_WITH -> true;
            case IN -> operands.size() <= MOST_OPERANDS;
            default -> false;
        };
        List<String> folded = operands.stream()
                .flatMap(each -> each instanceof String text ? PersianText.searchForms(text).stream() : Stream.of(""))
                .toList();
        // shorter words have no trigrams of their own
        if (!serves || folded.stream().anyMatch(each -> each.length() < 3)) {
            return DSL.trueCondition();
        }
        return DSL.or(folded.stream()
                .map(each -> Trigrams.holding(table.searchText(), each))
                .toList());
    }

    /**
     * The comparison without folding the column, which most rows satisfy as they are; it spares them the folding, which
     * costs more than all the rest.
     */
    static org.jooq.Condition asWritten(Operator operator, Field<?> field, List<Object> operands, RecordTable table) {
        if (!(field.type() instanceof TextType)) {
            return DSL.falseCondition();
        }
        org.jooq.Field<String> column = table.columns(field).getFirst().coerce(String.class);
        String[] folded = operands.stream()
                .map(each -> PersianText.searchText((String) each))
                .toArray(String[]::new);
        return switch (operator) {
            case EQ, IN -> column.eq(DSL.any(folded));
            case CONTAINS -> column.like(anywhere(folded[0]));
            case STARTS_WITH -> column.like(anywhere(folded[0]).substring(1));
            case ENDS_WITH ->
                column.like(anywhere(folded[0]).substring(0, anywhere(folded[0]).length() - 1));
            default -> DSL.falseCondition();
        };
    }

    static String anywhere(String folded) {
        return "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
