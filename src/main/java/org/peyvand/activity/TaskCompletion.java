package org.peyvand.activity;

import java.time.Clock;
import java.time.Instant;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A task that is done knows since when. History that is brought in was done when it was due. */
@Component
@Order(10)
final class TaskCompletion implements RecordRule {

    private final Clock clock;

    TaskCompletion(Clock clock) {
        this.clock = clock;
    }

    @Override
    public RecordType type() {
        return Task.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        if (context.kind() == Batch.Kind.UNDO) {
            return;
        }
        boolean live = context.kind().meetsEntryRequirements();
        context.pending().stream()
                .filter(Pending::saves)
                .filter(pending -> pending.changes(Task.STATUS))
                .forEach(pending -> pending.derive(
                        Task.COMPLETED_AT, Task.DONE.equals(pending.after(Task.STATUS)) ? at(pending, live) : null));
    }

    private Instant at(Pending pending, boolean live) {
        Instant now = clock.instant();
        Instant due = pending.after(Task.DUE_AT);
        return live || due == null || due.isAfter(now) ? now : due;
    }
}
