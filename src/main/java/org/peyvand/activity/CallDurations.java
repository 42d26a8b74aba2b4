package org.peyvand.activity;

import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** No call lasted less than nothing. */
@Component
@Order(10)
final class CallDurations implements RecordRule {

    @Override
    public RecordType type() {
        return Call.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(CallDurations::check);
    }

    private static void check(Pending pending) {
        Long seconds = pending.after(Call.DURATION_SECONDS);
        if (seconds != null && seconds < 0) {
            pending.refuse(Problem.of(Call.DURATION_SECONDS.name(), "negative-number"));
        }
    }
}
