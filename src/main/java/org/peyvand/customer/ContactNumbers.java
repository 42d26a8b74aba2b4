package org.peyvand.customer;

import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The national code of a contact is a real one. */
@Component
@Order(20)
final class ContactNumbers implements RecordRule {

    @Override
    public RecordType type() {
        return Contact.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream()
                .filter(Pending::saves)
                .forEach(pending -> NationalNumbers.code(pending, Contact.NATIONAL_CODE));
    }
}
