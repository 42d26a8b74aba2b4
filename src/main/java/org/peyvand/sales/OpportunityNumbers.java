package org.peyvand.sales;

import org.peyvand.locale.Money;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Amounts are not negative and probabilities lie between 0 and 100. */
@Component
@Order(20)
final class OpportunityNumbers implements RecordRule {

    @Override
    public RecordType type() {
        return Opportunity.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(OpportunityNumbers::check);
    }

    private static void check(Pending pending) {
        Money amount = pending.after(Opportunity.AMOUNT);
        if (amount != null && amount.amount().signum() < 0) {
            pending.refuse(Problem.of(Opportunity.AMOUNT.name(), "negative-amount"));
        }
        if (!StageArrival.isProbability(pending.after(Opportunity.PROBABILITY))) {
            pending.refuse(Problem.of(Opportunity.PROBABILITY.name(), "not-a-probability"));
        }
    }
}
