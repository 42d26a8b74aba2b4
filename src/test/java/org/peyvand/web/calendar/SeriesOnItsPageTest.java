package org.peyvand.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Today;
import org.peyvand.testing.Visitor;

/** The page of a meeting that comes again leads to its next times, and from one of them all that follow are parted. */
@Tag("database")
class SeriesOnItsPageTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api API = Api.of(PROGRAM);
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    @Test
    void leadsToTheNextTimesAndPartsWhatFollowsOne() {
        LocalDate first = Today.in(TEHRAN).minusDays(6);
        String id = meeting(first, ", \"recurrence\": \"FREQ=WEEKLY\"");
        String single = meeting(first.plusWeeks(1), "");
        Visitor visitor = Visitor.signedIn(PROGRAM);
        String times = "/calendar/meetings/" + id + "/times/";

        assertThat(visitor.get("/meetings/" + id).body())
                .contains(times + first.plusWeeks(1), times + first.plusWeeks(2), times + first.plusWeeks(3))
                .doesNotContain(times + first, times + first.plusWeeks(4));
        assertThat(visitor.get("/meetings/" + single).body()).doesNotContain("/times/");

        String second = times + first.plusWeeks(2);
        var answer = visitor.send(visitor.form(second, second).pick("act", "change-following"));

        String parted = answer.headers().firstValue("Location").orElseThrow();
        assertThat(parted).contains("/meetings/").doesNotContain(id);
        assertThat(visitor.get("/meetings/" + id).body())
                .contains(times + first.plusWeeks(1))
                .doesNotContain(second);
        assertThat(visitor.get(parted.substring(parted.indexOf("/meetings/"))).body())
                .contains("/times/" + first.plusWeeks(2));
    }

    private static String meeting(LocalDate day, String more) {
        return API.post(
                        "/meetings",
                        "{\"subject\": \"Series\", \"startAt\": \""
                                + day.atTime(LocalTime.NOON).atZone(TEHRAN).toInstant() + "\"" + more + "}")
                .expect(201)
                .id();
    }
}
