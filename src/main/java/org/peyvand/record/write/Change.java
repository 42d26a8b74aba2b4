package org.peyvand.record.write;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;

/**
 * What one change set did to one record, as far as the reader may see it.
 *
 * @param act what happened
 * @param version the version that resulted
 * @param fields the values before and after by field; empty but for updates
 */
public record Change(ChangeSet changeSet, Pending.Act act, int version, Map<Field<?>, BeforeAfter> fields) {

    /** The two values of a field, either null when it was empty. */
    public record BeforeAfter(
            @Nullable Object before, @Nullable Object after) {}
}
