package org.peyvand.record.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Relation;
import org.peyvand.record.field.Operator;

/**
 * A filter, as one language for lists, segments, sharing, reports and the API. It holds only fields that exist and values
 * of their types; it is compiled to SQL in exactly one place.
 */
public sealed interface Condition {

    /** Matches everything. */
    Condition ALWAYS = new And(List.of());

    /** All of them; of none, everything. */
    record And(List<Condition> parts) implements Condition {}

    /** Any of them; of none, nothing. */
    record Or(List<Condition> parts) implements Condition {}

    /** What the other does not match, empty values included. */
    record Not(Condition part) implements Condition {}

    /**
     * A field compared with operands.
     *
     * @param path the field, perhaps through references
     * @param operands values of the field's type, or {@link Me}, {@link MyTeams}, {@link org.peyvand.locale.RelativePeriod}
     */
    record Compare(FieldPath path, Operator operator, List<Object> operands) implements Condition {}

    /**
     * That related records exist.
     *
     * @param where what the related records must be, or null for any
     * @param least the fewest of them, usually 1
     * @param most the most of them, or null without a limit
     */
    record Has(
            Relation relation,
            @Nullable Condition where,
            int least,
            @Nullable Integer most) implements Condition {}

    /** The reader, as an operand of a reference to a user. */
    record Me() {}

    /** The reader's team ({@code below} false and {@code home} true), teams, as an operand of a reference to a team. */
    record MyTeams(boolean home) {}

    static Condition and(Condition... parts) {
        return new And(List.of(parts));
    }

    static Condition or(Condition... parts) {
        return new Or(List.of(parts));
    }

    static Condition compare(FieldPath path, Operator operator, Object... operands) {
        return new Compare(path, operator, List.of(operands));
    }
}
