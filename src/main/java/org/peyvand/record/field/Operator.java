package org.peyvand.record.field;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a filter may ask of a field. The negative ones include empty values; {@code between} includes both ends. */
public enum Operator {
    EQ("eq"),
    NE("ne"),
    LT("lt"),
    LE("le"),
    GT("gt"),
    GE("ge"),
    BETWEEN("between"),
    IN("in"),
    NOT_IN("notIn"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith"),
    IS_EMPTY("isEmpty"),
    IS_NOT_EMPTY("isNotEmpty"),
    HAS_ANY("hasAny"),
    HAS_ALL("hasAll"),
    HAS_NONE("hasNone"),
    WITHIN("within");

    private static final Map<String, Operator> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operator::key, Function.identity()));

    /** Emptiness and equality: every field has these. */
    public static final Set<Operator> BASIC = Set.of(EQ, NE, IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY);

    public static final Set<Operator> ORDERED = with(BASIC, LT, LE, GT, GE, BETWEEN);
    public static final Set<Operator> DATED = with(ORDERED, WITHIN);
    public static final Set<Operator> TEXTUAL = with(BASIC, CONTAINS, STARTS_WITH, ENDS_WITH);
    public static final Set<Operator> LISTED = Set.of(HAS_ANY, HAS_ALL, HAS_NONE, IS_EMPTY, IS_NOT_EMPTY);

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    /** The name in filters, such as {@code startsWith}. */
    public String key() {
        return key;
    }

    public static Optional<Operator> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The positive twin whose complement this is, if it is a negative operator. */
    public Optional<Operator> negates() {
        return switch (this) {
            case NE -> Optional.of(EQ);
            case NOT_IN -> Optional.of(IN);
            case HAS_NONE -> Optional.of(HAS_ANY);
            case IS_EMPTY -> Optional.of(IS_NOT_EMPTY);
            case EQ,
                    LT,
                    LE,
                    GT,
                    GE,
                    BETWEEN,
                    IN,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    IS_NOT_EMPTY,
                    HAS_ANY,
                    HAS_ALL,
                    WITHIN -> Optional.empty();
        };
    }

    private static Set<Operator> with(Set<Operator> base, Operator... more) {
        EnumSet<Operator> set = EnumSet.copyOf(base);
        set.addAll(Arrays.asList(more));
        return Set.copyOf(set);
    }
}
