package org.peyvand.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** A calendar lets its reader drag what the reader may change, and merely shows the rest. */
@Tag("database")
class MovableTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api API = Api.of(PROGRAM);

    private final String mark = Mark.fresh();
    private final String team =
            API.post("/teams", "{\"name\": \"%s\"}".formatted(mark)).expect(201).id();
    private final String seller = seller("one");
    private final String colleague = seller("other");
    private final Visitor visitor = Visitor.signedIn(PROGRAM, "one" + mark + "@example.ir", TestProgram.PASSWORD);

    @Test
    void isWhatTheReaderMayChange() {
        String own = meeting(seller, "");
        String other = meeting(colleague, "");
        String ownSeries = meeting(seller, ", \"recurrence\": \"FREQ=WEEKLY\"");
        String otherSeries = meeting(colleague, ", \"recurrence\": \"FREQ=WEEKLY\"");

        for (String address : new String[] {
            "/calendar?whose=team&span=month&on=2028-05-03", "/meetings?view=calendar&span=day&on=2028-05-03"
        }) {
            String page = visitor.get(address).body();

            assertThat(link(page, own)).contains("data-move=\"/calendar/meetings/" + own);
            assertThat(link(page, ownSeries)).contains("data-move=", "/times/2028-05-03");
            assertThat(link(page, other)).contains("href=\"/meetings/" + other).doesNotContain("data-move=");
            assertThat(link(page, otherSeries))
                    .contains("href=\"/meetings/" + otherSeries)
                    .doesNotContain("data-move=", "/times/");
        }
        assertThat(visitor.get("/meetings/" + ownSeries).body()).contains("/times/");
        assertThat(visitor.get("/meetings/" + otherSeries).body()).doesNotContain("/times/");
    }

    private static String link(String page, String id) {
        var found = Pattern.compile("<a id=\"ev-" + id + "-2028-05-03\"[^>]*>").matcher(page);
        assertThat(found.find()).as(id).isTrue();
        return found.group();
    }

    private String meeting(String owner, String more) {
        return API.post("/meetings", """
                        {"subject": "Movable", "startAt": "2028-05-03T06:00:00Z", "endAt": "2028-05-03T07:00:00Z", "owner": "%s"%s}""".formatted(owner, more)).expect(201).id();
    }

    private String seller(String name) {
        return API.post("/users", """
                        {"name": "%1$s", "email": "%1$s%2$s@example.ir", "team": "%3$s", "roles": ["seller"], "password": "%4$s"}""".formatted(name, mark, team, TestProgram.PASSWORD))
                .expect(201)
                .id();
    }
}
