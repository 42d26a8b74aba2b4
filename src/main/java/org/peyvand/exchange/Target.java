package org.peyvand.exchange;

import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.NewField;

/** Where the values of a column go. */
sealed interface Target {

    /** Nowhere. */
    record Nowhere() implements Target {}

    /**
     * Into a field.
     *
     * @param byId whether the column holds only identifiers of the records that a reference points at
     */
    record Into(Field<?> field, boolean byId) implements Target {}

    /** Into an own field that is yet to be made. */
    record Making(NewField wanted) implements Target {}

    Target NOWHERE = new Nowhere();
}
