package org.peyvand.record.write;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;

/**
 * Extension point: which fields of records that they may not change by themselves people may bring back to what they were
 * before their own change, because a module vouched for that, see {@link Batch#asVouched()}.
 */
public interface Vouching {

    /**
     * Whether the module vouches for an undo of the actor's own change.
     *
     * @param fields the names of those that would change
     * @param values of the record as it stands, by field name
     */
    boolean vouches(Actor actor, RecordType type, Set<String> fields, Map<String, @Nullable Object> values);
}
