package org.peyvand.customer;

import java.util.List;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A contact is called by first and last name. */
@Component
@Order(10)
final class ContactNames implements RecordRule {

    private static final PersonNames NAMES =
            new PersonNames(Contact.FIRST_NAME, Contact.LAST_NAME, Contact.NAME, List.of(), "name-missing");

    @Override
    public RecordType type() {
        return Contact.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(NAMES::settle);
    }
}
