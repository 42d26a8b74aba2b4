package org.peyvand.activity;

import java.time.Instant;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A meeting ends after it began. */
@Component
@Order(10)
final class MeetingTimes implements RecordRule {

    @Override
    public RecordType type() {
        return Meeting.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(MeetingTimes::check);
    }

    private static void check(Pending pending) {
        Instant start = pending.after(Meeting.START_AT);
        Instant end = pending.after(Meeting.END_AT);
        if (start != null && end != null && end.isBefore(start)) {
            pending.refuse(Problem.of(Meeting.END_AT.name(), "end-before-start"));
        }
    }
}
