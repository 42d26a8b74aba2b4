package org.peyvand.sales;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyvand.record.write.Batch;
import org.peyvand.testing.TestContext;
import org.peyvand.testing.TestPending;

class LeadRulesTest {

    @Test
    void isCalledByTheCompanyWithoutAPerson() {
        var lead = TestPending.create().writing(Lead.COMPANY, "فولاد البرز");

        new LeadNames().apply(TestContext.of(lead));

        assertThat(lead.after(Lead.NAME)).isEqualTo("فولاد البرز");
        assertThat(lead.after(Lead.FIRST_NAME)).isNull();
    }

    @Test
    void followsANewCompanyNameAsLongAsThereIsNoPerson() {
        var lead = TestPending.update()
                .standing(Lead.COMPANY, "فولاد البرز")
                .standing(Lead.NAME, "فولاد البرز")
                .writing(Lead.COMPANY, "فولاد زاگرس");

        new LeadNames().apply(TestContext.of(lead));

        assertThat(lead.after(Lead.NAME)).isEqualTo("فولاد زاگرس");
    }

    @Test
    void doesNotTakeTheNameOfACompanyApart() {
        var lead = TestPending.create().writing(Lead.COMPANY, "فولاد البرز").writing(Lead.NAME, "فولاد البرز");

        new LeadNames().apply(TestContext.of(lead));

        assertThat(lead.after(Lead.FIRST_NAME)).isNull();
    }

    @Test
    void needsSomethingToBeCalledBy() {
        var lead = TestPending.create();

        new LeadNames().apply(TestContext.of(lead));

        assertThat(lead.problems()).containsExactly("name: lead-name-missing");
    }

    @ParameterizedTest
    @EnumSource(
            value = Batch.Kind.class,
            names = {"EDIT", "BULK", "AUTOMATION"})
    void isNotConvertedByItsStatus(Batch.Kind kind) {
        var lead = TestPending.update().standing(Lead.STATUS, "qualified").writing(Lead.STATUS, Lead.CONVERTED);

        new LeadStatuses().apply(TestContext.of(lead).as(kind));

        assertThat(lead.problems()).containsExactly("status: only-by-conversion");
    }

    @ParameterizedTest
    @EnumSource(
            value = Batch.Kind.class,
            names = {"CONVERT", "IMPORT", "UNDO"})
    void isConvertedByConversionAndByHistory(Batch.Kind kind) {
        var lead = TestPending.update().standing(Lead.STATUS, "qualified").writing(Lead.STATUS, Lead.CONVERTED);

        new LeadStatuses().apply(TestContext.of(lead).as(kind));

        assertThat(lead.problems()).isEmpty();
    }

    @Test
    void staysConvertedUnlessTheConversionIsTakenBack() {
        var lead = TestPending.update().standing(Lead.STATUS, Lead.CONVERTED).writing(Lead.STATUS, "working");

        new LeadStatuses().apply(TestContext.of(lead));

        assertThat(lead.problems()).containsExactly("status: only-by-conversion");
    }
}
