package org.peyvand.sales;

import java.util.EnumSet;
import java.util.Set;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A lead becomes converted, and stops being it, by conversion alone. History that is brought in may say it was. */
@Component
@Order(20)
final class LeadStatuses implements RecordRule {

    private static final Set<Batch.Kind> ALLOWED =
            EnumSet.of(Batch.Kind.CONVERT, Batch.Kind.IMPORT, Batch.Kind.UNDO, Batch.Kind.MERGE, Batch.Kind.DEMO);

    @Override
    public RecordType type() {
        return Lead.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        if (!ALLOWED.contains(context.kind())) {
            context.pending().stream()
                    .filter(Pending::saves)
                    .filter(LeadStatuses::crosses)
                    .forEach(pending -> pending.refuse(Problem.of(Lead.STATUS.name(), "only-by-conversion")));
        }
    }

    private static boolean crosses(Pending pending) {
        boolean was = Lead.CONVERTED.equals(pending.before(Lead.STATUS));
        boolean will = Lead.CONVERTED.equals(pending.after(Lead.STATUS));
        return was != will;
    }
}
