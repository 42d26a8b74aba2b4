package org.peyvand.record.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;

/** One intended change of one record. */
public sealed interface Write {

    RecordType type();

    /**
     * A new record.
     *
     * @param id brought by the caller (version 7 keeps the index compact, any UUID is taken), or null to have one made; the
     *     same create again is harmless
     */
    record Create(RecordType type, @Nullable UUID id, Draft draft) implements Write {}

    /**
     * Other values for some fields.
     *
     * @param base the version the writer saw, or null to write over whatever stands; with it, a field changed since by
     *     somebody else is refused as {@link org.peyvand.record.Refusal.Stale} and edits of other fields merge
     */
    record Update(RecordType type, UUID id, @Nullable Integer base, Draft draft) implements Write {}

    /** To the recycle bin; deleting a deleted record changes nothing. */
    record Delete(RecordType type, UUID id, @Nullable Integer base) implements Write {}

    /** Back from the recycle bin. */
    record Restore(RecordType type, UUID id) implements Write {}
}
