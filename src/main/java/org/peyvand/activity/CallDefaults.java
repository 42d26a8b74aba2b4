package org.peyvand.activity;

import java.time.Clock;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A call that somebody logs happened now unless they say otherwise, and is called by the first words about it. */
@Component
@Order(5)
final class CallDefaults implements RecordRule {

    private final Clock clock;

    CallDefaults(Clock clock) {
        this.clock = clock;
    }

    @Override
    public RecordType type() {
        return Call.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        boolean live = context.kind().meetsEntryRequirements();
        context.pending().stream()
                .filter(pending -> pending.act() == Pending.Act.CREATE)
                .forEach(pending -> complete(pending, live));
    }

    private void complete(Pending pending, boolean live) {
        String said = pending.after(Call.DESCRIPTION);
        if (pending.after(Call.SUBJECT) == null && said != null) {
            pending.derive(Call.SUBJECT, NoteTitles.firstWords(said));
        }
        if (live && pending.after(Call.AT) == null) {
            pending.derive(Call.AT, clock.instant());
        }
    }
}
