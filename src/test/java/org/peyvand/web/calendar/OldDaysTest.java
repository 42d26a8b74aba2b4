package org.peyvand.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** A calendar opens on days that have no Jalali date, for a reader of the Jalali calendar too. */
@Tag("database")
class OldDaysTest {

    private static final TestProgram PROGRAM = TestProgram.shared();

    @ParameterizedTest
    @ValueSource(strings = {"month", "week", "day"})
    void openLikeAnyOther(String span) {
        HttpResponse<String> page = Visitor.signedIn(PROGRAM).get("/calendar?lang=fa&on=1700-05-05&span=" + span);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("۱۷۰۰");
    }
}
