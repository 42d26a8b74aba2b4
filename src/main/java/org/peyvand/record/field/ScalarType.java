package org.peyvand.record.field;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

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

    /** Compares words regardless of spelling: both sides are folded by {@code search_text}. */
    static Condition compareFolded(Operator operator, Field<?> column, List<Object> operands) {
        Field<String> folded = DSL.function("search_text", String.class, column);
        List<String> wanted = operands.stream()
                .map(each -> org.peyvand.locale.PersianText.searchText((String) each))
                .toList();
        return switch (operator) {
            case EQ -> folded.eq(wanted.getFirst());
            case IN -> folded.in(wanted);
            case CONTAINS -> folded.like("%" + escape(wanted.getFirst()) + "%");
            case STARTS_WITH -> folded.like(escape(wanted.getFirst()) + "%");
            case ENDS_WITH -> folded.like("%" + escape(wanted.getFirst()));
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
