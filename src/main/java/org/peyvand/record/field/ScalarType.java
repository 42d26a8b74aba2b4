package org.peyvand.record.field;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;

/** Comparisons that every value of one column shares; the types are the callers, this is no type of its own. */
final class ScalarType {

    private ScalarType() {}

    static List<@Nullable Object> cell(@Nullable Object value) {
        return Collections.singletonList(value);
    }

    /** Compares one column by its natural order. */
    static Condition compare(Operator operator, Field<?> column, List<Object> operands) {
        @SuppressWarnings("unchecked")
        Field<Object> left = (Field<Object>) column;
        return switch (operator) {
            case EQ -> left.eq(operands.getFirst());
            case IN -> left.in(operands);
            case LT -> left.lt(operands.getFirst());
            case LE -> left.le(operands.getFirst());
            case GT -> left.gt(operands.getFirst());
            case GE -> left.ge(operands.getFirst());
            case BETWEEN -> left.between(operands.getFirst(), operands.get(1));
            case NE,
                    NOT_IN,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    IS_EMPTY,
                    IS_NOT_EMPTY,
                    HAS_ANY,
                    HAS_ALL,
                    HAS_NONE,
                    WITHIN -> throw unsupported(operator);
        };
    }

    /** Compares words regardless of spelling: both sides are folded by {@code search_text}, a half-space either way. */
    static Condition compareFolded(Operator operator, Field<?> column, List<Object> operands) {
        List<String> wanted = operands.stream()
                .flatMap(each -> PersianText.searchForms((String) each).stream())
                .distinct()
                .toList();
        Condition apart = matches(operator, folded(column), wanted);
        if (operator == Operator.IN) {
            return apart;
        }
        String halfSpace = String.valueOf(PersianText.HALF_SPACE);
        Condition parted = DSL.condition("strpos({0}, {1}) > 0", column, DSL.inline(halfSpace));
        Field<String> joined =
                folded(DSL.function("replace", String.class, column, DSL.inline(halfSpace), DSL.inline("")));
        return apart.or(parted.and(matches(operator, joined, wanted)));
    }

    private static Field<String> folded(Field<?> words) {
        return DSL.function("search_text", String.class, words);
    }

    private static Condition matches(Operator operator, Field<String> folded, List<String> wanted) {
        return switch (operator) {
            case EQ, IN -> folded.in(wanted);
            case CONTAINS ->
                DSL.or(wanted.stream()
                        .map(each -> folded.like("%" + escape(each) + "%"))
                        .toList());
            case STARTS_WITH ->
                DSL.or(wanted.stream()
                        .map(each -> folded.like(escape(each) + "%"))
                        .toList());
            case ENDS_WITH ->
                DSL.or(wanted.stream()
                        .map(each -> folded.like("%" + escape(each)))
                        .toList());
            case NE, NOT_IN, LT, LE, GT, GE, BETWEEN, IS_EMPTY, IS_NOT_EMPTY, HAS_ANY, HAS_ALL, HAS_NONE, WITHIN ->
                throw unsupported(operator);
        };
    }

    /** Makes the wildcards of LIKE stand for themselves. */
    static String escape(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static IllegalStateException unsupported(Operator operator) {
        return new IllegalStateException("operator " + operator.key() + " was let through to a type without it");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
