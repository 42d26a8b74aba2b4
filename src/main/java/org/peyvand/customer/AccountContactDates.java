package org.peyvand.customer;

import java.time.LocalDate;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What begins between a contact and an account ends later, if at all. */
@Component
@Order(10)
final class AccountContactDates implements RecordRule {

    @Override
    public RecordType type() {
        return AccountContact.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(AccountContactDates::check);
    }

    private static void check(Pending pending) {
        LocalDate start = pending.after(AccountContact.START_DATE);
        LocalDate end = pending.after(AccountContact.END_DATE);
        if (start != null && end != null && end.isBefore(start)) {
            pending.refuse(Problem.of(AccountContact.END_DATE.name(), "end-before-start"));
        }
    }
}
