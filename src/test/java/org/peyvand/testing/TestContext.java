package org.peyvand.testing;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RuleContext;
import org.peyvand.record.write.Write;

/** A batch for a rule under test. It counts how often it is asked for other records. */
public final class TestContext implements RuleContext {

    private final Batch.Kind kind;
    private final List<Pending> pending;
    private final Map<UUID, StoredRecord> standing = new HashMap<>();
    private final List<Write> followUps = new java.util.ArrayList<>();
    private int statements;

    private TestContext(Batch.Kind kind, List<Pending> pending) {
        this.kind = kind;
        this.pending = pending;
    }

    public static TestContext of(Pending... pending) {
        return new TestContext(Batch.Kind.EDIT, Arrays.asList(pending));
    }

    public TestContext as(Batch.Kind other) {
        return new TestContext(other, pending);
    }

    public TestContext with(StoredRecord... records) {
        Arrays.stream(records).forEach(each -> standing.put(each.id(), each));
        return this;
    }

    public int statements() {
        return statements;
    }

    @Override
    public Actor actor() {
        return Actor.system();
    }

    @Override
    public Batch.Kind kind() {
        return kind;
    }

    @Override
    public List<Pending> pending() {
        return pending;
    }

    @Override
    public void then(Pending cause, Write followUp) {
        followUps.add(followUp);
    }

    @Override
    public void thenByItself(Pending cause, Write followUp) {
        followUps.add(followUp);
    }

    /** What rules asked to be made. */
    public List<Write> followUps() {
        return followUps;
    }

    @Override
    public Map<UUID, StoredRecord> records(RecordType type, Collection<UUID> ids) {
        statements++;
        Map<UUID, StoredRecord> found = new HashMap<>(standing);
        found.keySet().retainAll(ids);
        return found;
    }
}
