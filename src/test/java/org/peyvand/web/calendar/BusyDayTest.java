package org.peyvand.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** A busy day of a month shows the first of its things and leads to all of them. */
@Tag("database")
class BusyDayTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api API = Api.of(PROGRAM);
    private static final String PASSWORD = "long enough a word";
    private static final Pattern EVENTS = Pattern.compile("id=\"ev-[0-9a-f-]{36}-2028-03-0[12]\"");

    private final String email = Mark.fresh() + "@example.ir";
    /** A seller sees no meetings that other tests made. */
    private final String seller = API.post(
                    "/users",
                    "{\"name\": \"Busy\", \"email\": \"%s\", \"password\": \"%s\", \"roles\": [\"seller\"]}"
                            .formatted(email, PASSWORD))
            .expect(201)
            .id();

    @Test
    void leadsToTheDayForWhatHasNoRoomInTheMonth() {
        for (int hour = 5; hour < 11; hour++) {
            meeting("2028-03-01T%02d:00:00Z".formatted(hour));
        }
        for (int hour = 5; hour < 9; hour++) {
            meeting("2028-03-02T%02d:00:00Z".formatted(hour));
        }
        Visitor visitor = Visitor.signedIn(PROGRAM, email, PASSWORD);

        for (String address :
                new String[] {"/meetings?view=calendar&lang=en&on=2028-03-01", "/calendar?lang=en&on=2028-03-01"}) {
            String month = visitor.get(address).body();

            assertThat(EVENTS.matcher(month).results()).hasSize(3 + 4);
            assertThat(month)
                    .containsOnlyOnce(">and 3 more<")
                    .containsPattern("href=\"[^\"]*span=day&amp;on=2028-03-01\"");
        }
        String day =
                visitor.get("/meetings?view=calendar&span=day&on=2028-03-01").body();
        assertThat(EVENTS.matcher(day).results()).hasSize(6);
    }

    private void meeting(String start) {
        API.post(
                        "/meetings",
                        "{\"subject\": \"Busy\", \"startAt\": \"%s\", \"owner\": \"%s\"}".formatted(start, seller))
                .expect(201);
    }
}
