package org.peyvand.activity;

import org.peyvand.locale.Recurrence;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A meeting that comes again keeps to the clocks of whoever set it up. */
@Component
@Order(20)
final class MeetingSeries implements RecordRule {

    @Override
    public RecordType type() {
        return Meeting.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        for (Pending meeting : context.pending()) {
            Recurrence rule = meeting.saves() ? meeting.after(Meeting.RECURRENCE) : null;
            if (rule != null && rule.zone() == null) {
                meeting.derive(Meeting.RECURRENCE, rule.by(context.actor().zone()));
            }
        }
    }
}
