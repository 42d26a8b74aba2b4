package org.peyvand.sales;

import java.util.List;
import org.peyvand.customer.PersonNames;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A lead is called by its person, else its company, else by how it can be reached. */
@Component
@Order(10)
final class LeadNames implements RecordRule {

    private static final PersonNames NAMES = new PersonNames(
            Lead.FIRST_NAME,
            Lead.LAST_NAME,
            Lead.NAME,
            List.of(Lead.COMPANY, Lead.EMAIL, Lead.MOBILE, Lead.PHONE),
            "lead-name-missing");

    @Override
    public RecordType type() {
        return Lead.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(NAMES::settle);
    }
}
