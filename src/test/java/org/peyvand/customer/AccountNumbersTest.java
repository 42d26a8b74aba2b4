package org.peyvand.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peyvand.locale.Money;
import org.peyvand.testing.TestContext;
import org.peyvand.testing.TestPending;

class AccountNumbersTest {

    @Test
    void keepsTheBareDigitsOfANationalId() {
        var account = TestPending.create().writing(Account.NATIONAL_ID, "۱۰۳۸۰-۲۸۴۷۹۰");

        check(account);

        assertThat(account.problems()).isEmpty();
        assertThat(account.after(Account.NATIONAL_ID)).isEqualTo("10380284790");
    }

    @Test
    void refusesANationalIdWhoseCheckDigitDisagrees() {
        var account = TestPending.create().writing(Account.NATIONAL_ID, "10380284791");

        check(account);

        assertThat(account.problems()).containsExactly("nationalId: not-a-national-id");
    }

    @Test
    void expectsTheNationalCodeOfAPerson() {
        var account =
                TestPending.create().writing(Account.KIND, Account.INDIVIDUAL).writing(Account.NATIONAL_ID, "84575948");

        check(account);

        assertThat(account.problems()).isEmpty();
        assertThat(account.after(Account.NATIONAL_ID)).isEqualTo("0084575948");
    }

    @Test
    void leavesAnOldNumberAloneThatNobodyTouches() {
        var account = TestPending.update().standing(Account.NATIONAL_ID, "1");

        check(account);

        assertThat(account.problems()).isEmpty();
    }

    @Test
    void namesEveryImpossibleNumberAtOnce() {
        var account = TestPending.create()
                .writing(Account.ECONOMIC_CODE, "123")
                .writing(Account.FOUNDED_YEAR, 95L)
                .writing(Account.EMPLOYEES, -1L)
                .writing(Account.REVENUE, Money.rials(-5));

        check(account);

        assertThat(account.problems())
                .containsExactlyInAnyOrder(
                        "economicCode: not-an-economic-code",
                        "foundedYear: not-a-year",
                        "employees: negative-number",
                        "revenue: negative-amount");
    }

    private static void check(TestPending account) {
        new AccountNumbers().apply(TestContext.of(account));
    }
}
