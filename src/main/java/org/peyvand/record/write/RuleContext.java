package org.peyvand.record.write;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;

/** What a rule works on. */
public interface RuleContext {

    Actor actor();

    Batch.Kind kind();

    /** The writes of the rule's type that are not refused yet. */
    List<Pending> pending();

    /**
     * Has a record made or changed that follows from a write, with the rights of the same actor and in the same change set, once the
     * batch is stored; when it is refused, the batch stands without it. Nothing follows from a write that ends refused.
     */
    void then(Pending cause, Write followUp);

    /**
     * The same for what the module that owns the type does by itself, see {@link Batch#internal()} and {@link Batch#asVouched()}:
     * the actor's roles need not allow it.
     */
    void thenByItself(Pending cause, Write followUp);

    /**
     * Records of another type as they stand, locked by nothing and seen regardless of the actor's rights, in one statement:
     * for what a rule must know (the stages of deals), never to be shown.
     */
    Map<UUID, StoredRecord> records(RecordType type, Collection<UUID> ids);
}
