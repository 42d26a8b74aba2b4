package org.peyvand.record.query;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;

/**
 * How a reference is shown to one reader.
 *
 * @param name the title of the record, null when the reader may not see the record ({@code hidden})
 * @param hidden whether the reader may not see it
 * @param deleted whether it lies in the recycle bin
 */
public record RecordName(RecordRef ref, @Nullable String name, boolean hidden, boolean deleted) {}
