package org.peyvand.record.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;

/** One write on its way through the gate: what stood, what will stand, and what is wrong with it. */
public interface Pending {

    /** What is about to happen. */
    enum Act {
        CREATE,
        UPDATE,
        DELETE,
        RESTORE
    }

    UUID id();

    Act act();

    /** Whether the record is created or altered, rather than put into the bin or taken out of it. */
    default boolean saves() {
        return act() == Act.CREATE || act() == Act.UPDATE;
    }

    /** The value before, null for a new record. */
    <T> @Nullable T before(Field<T> field);

    /** The value as it will be. */
    <T> @Nullable T after(Field<T> field);

    /** Whether the write alters the field (for a new record: gives it a value). */
    boolean changes(Field<?> field);

    /** Whether the writer named the field, even with the value that stands. */
    boolean names(Field<?> field);

    /** Sets a value on behalf of the rule; it is stored and logged with the rest. */
    <T> void derive(Field<T> field, @Nullable T value);

    /** Reports what must hold always. */
    void refuse(Problem problem);
}
