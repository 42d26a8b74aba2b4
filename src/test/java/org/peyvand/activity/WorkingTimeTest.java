package org.peyvand.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** Working hours and holidays as records, and sums in working time. */
@Tag("database")
class WorkingTimeTest {

    private static final Api API = Api.of(TestProgram.shared());

    @Test
    void shipsTheFixedHolidaysOfFiveYears() {
        var nowruz = API.get("/holidays", "filter", "{\"field\":\"day\",\"op\":\"eq\",\"value\":\"1405-01-01\"}")
                .expect(200);
        var last = API.get("/holidays", "filter", "{\"field\":\"day\",\"op\":\"eq\",\"value\":\"1407/12/29\"}")
                .expect(200);

        assertThat(nowruz.data()).hasSize(1);
        assertThat(last.data()).hasSize(1);
    }

    @Test
    void countsInTheHoursOfTheMainCalendarAndLeavesHolidaysOut() {
        var sum = API.get("/working-time?from=2026-11-25T16:00:00%2B03:30&duration=PT2H");
        var between = API.get("/working-time?from=2025-03-19T00:00:00%2B03:30&until=2025-03-25T00:00:00%2B03:30");

        assertThat(sum.expect(200).text("until")).isEqualTo("2026-11-26T05:30:00Z");
        assertThat(between.expect(200).text("duration")).isEqualTo("PT5H");
    }

    @Test
    void refusesWhatItCannotCount() {
        assertThat(API.get("/working-time?from=2026-11-25T16:00:00Z").status()).isEqualTo(400);
        assertThat(API.get("/working-time?from=now&duration=PT2H").status()).isEqualTo(400);
        assertThat(API.get("/working-time?from=2026-11-25T16:00:00Z&duration=PT999999999H")
                        .status())
                .isEqualTo(400);
        assertThat(API.get("/working-time?from=2026-11-25T16:00:00Z&duration=PT1H&now=1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void readsHoursInAnyDigitsAndRefusesNonsense() {
        var made = API.post("/work-calendars", "{\"name\": \"کارخانه\", \"saturday\": \"۸-۱۲،۱۳:۰۰-۱۷\"}")
                .expect(201);
        var wrong = API.post("/work-calendars", "{\"name\": \"انبار\", \"sunday\": \"17-8\"}")
                .expect(422);
        var idle = API.post("/work-calendars", "{\"name\": \"انبار\"}").expect(422);

        assertThat(made.text("saturday")).isEqualTo("08:00-12:00, 13:00-17:00");
        assertThat(wrong.get("errors").get(0).path("field").asString()).isEqualTo("sunday");
        assertThat(idle.get("errors").get(0).path("code").asString()).isEqualTo("no-working-hours");
    }

    @Test
    void aDayIsEnteredOnceHoweverOftenAListIsSent() {
        API.put("/holidays/by/day/2026-12-25", "{\"name\": \"جشن\"}").expect(201);
        API.put("/holidays/by/day/2026-12-25", "{\"name\": \"جشن\"}").expect(200);

        assertThat(API.post("/holidays", "{\"day\": \"2026-12-25\", \"name\": \"بار دوم\"}")
                        .status())
                .isEqualTo(409);
    }
}
