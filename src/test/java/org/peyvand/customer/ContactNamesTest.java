package org.peyvand.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestContext;
import org.peyvand.testing.TestPending;

class ContactNamesTest {

    @Test
    void joinsTheParts() {
        var contact = TestPending.create().writing(Contact.FIRST_NAME, "مریم").writing(Contact.LAST_NAME, "کیانی");

        settle(contact);

        assertThat(contact.after(Contact.NAME)).isEqualTo("مریم کیانی");
    }

    @Test
    void takesANameApartAtItsFirstSpace() {
        var contact = TestPending.create().writing(Contact.NAME, "مریم کیانی نژاد");

        settle(contact);

        assertThat(contact.after(Contact.FIRST_NAME)).isEqualTo("مریم");
        assertThat(contact.after(Contact.LAST_NAME)).isEqualTo("کیانی نژاد");
        assertThat(contact.after(Contact.NAME)).isEqualTo("مریم کیانی نژاد");
    }

    @Test
    void forgetsTheOldFamilyNameWhenANameOfOneWordIsWritten() {
        var contact = standing().writing(Contact.NAME, "مریم");

        settle(contact);

        assertThat(contact.after(Contact.LAST_NAME)).isNull();
        assertThat(contact.problems()).isEmpty();
    }

    @Test
    void prefersPartsOverANameSentAlong() {
        var contact = standing().writing(Contact.LAST_NAME, "سپهری").writing(Contact.NAME, "کسی دیگر");

        settle(contact);

        assertThat(contact.after(Contact.NAME)).isEqualTo("مریم سپهری");
    }

    @Test
    void takesAChangedNameApartWhenTheStandingPartsAreSentAlong() {
        var contact = standing()
                .writing(Contact.FIRST_NAME, "مریم")
                .writing(Contact.LAST_NAME, "کیانی")
                .writing(Contact.NAME, "زهرا کیانی");

        settle(contact);

        assertThat(contact.after(Contact.FIRST_NAME)).isEqualTo("زهرا");
    }

    @Test
    void refusesSomebodyWithoutAnyName() {
        var contact = TestPending.create();

        settle(contact);

        assertThat(contact.problems()).containsExactly("name: name-missing");
    }

    @Test
    void refusesToLoseTheLastName() {
        var contact = standing().writing(Contact.FIRST_NAME, null).writing(Contact.LAST_NAME, null);

        settle(contact);

        assertThat(contact.problems()).containsExactly("name: name-missing");
    }

    private static TestPending standing() {
        return TestPending.update()
                .standing(Contact.FIRST_NAME, "مریم")
                .standing(Contact.LAST_NAME, "کیانی")
                .standing(Contact.NAME, "مریم کیانی");
    }

    private static void settle(TestPending contact) {
        new ContactNames().apply(TestContext.of(contact));
    }
}
