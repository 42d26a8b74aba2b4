package org.peyvand.catalog;

import org.peyvand.locale.Money;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing has a price below zero. */
@Component
@Order(10)
final class ProductPrices implements RecordRule {

    @Override
    public RecordType type() {
        return Product.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(ProductPrices::check);
    }

    private static void check(Pending pending) {
        Money price = pending.after(Product.PRICE);
        if (price != null && price.amount().signum() < 0) {
            pending.refuse(Problem.of(Product.PRICE.name(), "negative-amount"));
        }
    }
}
