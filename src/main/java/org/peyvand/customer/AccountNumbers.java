package org.peyvand.customer;

import org.peyvand.locale.Money;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The numbers of an account are possible: its identifiers, its year, its employees and its revenue. */
@Component
@Order(20)
final class AccountNumbers implements RecordRule {

    private static final long EARLIEST_JALALI_YEAR = 1200;
    private static final long LATEST_YEAR = 2100;

    @Override
    public RecordType type() {
        return Account.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        context.pending().stream().filter(Pending::saves).forEach(AccountNumbers::check);
    }

    private static void check(Pending pending) {
        if (Account.INDIVIDUAL.equals(pending.after(Account.KIND))) {
            NationalNumbers.code(pending, Account.NATIONAL_ID);
        } else {
            NationalNumbers.legalId(pending, Account.NATIONAL_ID);
        }
        NationalNumbers.economicCode(pending, Account.ECONOMIC_CODE);
        yearIsPossible(pending);
        sizesAreNotNegative(pending);
    }

    /** Jalali and Gregorian years are both welcome. */
    private static void yearIsPossible(Pending pending) {
        Long year = pending.after(Account.FOUNDED_YEAR);
        if (year != null && (year < EARLIEST_JALALI_YEAR || year > LATEST_YEAR)) {
            pending.refuse(Problem.of(Account.FOUNDED_YEAR.name(), "not-a-year"));
        }
    }

    private static void sizesAreNotNegative(Pending pending) {
        Long employees = pending.after(Account.EMPLOYEES);
        if (employees != null && employees < 0) {
            pending.refuse(Problem.of(Account.EMPLOYEES.name(), "negative-number"));
        }
        Money revenue = pending.after(Account.REVENUE);
        if (revenue != null && revenue.amount().signum() < 0) {
            pending.refuse(Problem.of(Account.REVENUE.name(), "negative-amount"));
        }
    }
}
