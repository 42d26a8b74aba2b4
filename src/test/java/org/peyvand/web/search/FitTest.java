package org.peyvand.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.web.Command.Name;

class FitTest {

    @ParameterizedTest
    @CsvSource({
        "شرکت‌ها, شرکت‌ها",
        "شرکتها, شرکت‌ها",
        "شرکت ها, شرکت‌ها",
        "شركت, شرکت‌ها",
        "av;j, شرکت‌ها",
        "پوسته تیره, پوستهٔ تیره",
        "تیره, پوستهٔ تیره",
        "تماس ثبت, ثبت تماس",
        "یادداست, نوشتن یادداشت",
        "یادداشن, نوشتن یادداشت",
        "dark, Dark theme",
        "theme da, Dark theme",
        "dark thmee, Dark theme",
        "dt, Dark theme",
        "يشقن, Dark theme",
        "opportunites, Opportunities",
    })
    void findsALabelHoweverItIsTyped(String typed, String label) {
        assertThat(Fit.of(typed).score(label)).isGreaterThanOrEqualTo(Fit.ENOUGH);
    }

    @ParameterizedTest
    @CsvSource({"سارا, ثبت تماس", "0912, Dark theme", "البرز, شرکت‌ها", "mark, Dark theme", "پارس, پاسخ"})
    void leavesWhatIsMeantForRecordsAlone(String typed, String label) {
        assertThat(Fit.of(typed).score(label)).isLessThan(Fit.ENOUGH);
    }

    @Test
    void ranksTheWholeBeforeTheBeginningBeforeTheMiddle() {
        var fit = Fit.of("تماس");

        assertThat(fit.score("تماس")).isGreaterThan(fit.score("تماس‌ها"));
        assertThat(fit.score("تماس‌ها")).isGreaterThan(fit.score("ثبت تماس"));
        assertThat(fit.score("ثبت تماس")).isGreaterThan(fit.score("پیشتماس گیرنده"));
    }

    @Test
    void knowsEitherLanguageAndOtherWords() {
        var name = new Name("ساختن فرصت فروش", "New: Opportunity", List.of("معامله", "deal"));

        for (String typed : List.of("فرصت", "opp", "معامل", "deal", "tvwj")) {
            assertThat(Fit.of(typed).score(name)).as(typed).isGreaterThanOrEqualTo(Fit.ENOUGH);
        }
    }
}
