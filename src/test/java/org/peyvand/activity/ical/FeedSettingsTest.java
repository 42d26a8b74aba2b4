package org.peyvand.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** The page on which somebody gets the address of their calendar and takes it back. */
@Tag("database")
class FeedSettingsTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final String HERE = "/settings/calendar";
    private static final Pattern ADDRESS = Pattern.compile("<input id=\"feed\"[^>]* value=\"[^\"]*(/feeds/[^\"]+)\"");

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();
    private final Visitor visitor = visitor();

    @Test
    void anAddressIsMadeShownOnceRenewedAndTakenBack() {
        assertThat(visitor.get(HERE).body()).doesNotContain(HERE + "/revocation");

        String first = address("todo");
        assertThat(visitor.get(HERE).body()).contains(HERE + "/revocation").doesNotContain("/feeds/calendar/");
        HttpResponse<String> feed = fetch(first);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.body()).contains("BEGIN:VTODO", "visit " + mark).doesNotContain("BEGIN:VEVENT");

        String second = address("event");
        assertThat(fetch(first).statusCode()).isEqualTo(404);
        assertThat(fetch(second).body()).contains("BEGIN:VEVENT", "visit " + mark);

        assertThat(visitor.send(visitor.form(HERE, HERE + "/revocation")).statusCode())
                .isEqualTo(302);
        assertThat(fetch(second).statusCode()).isEqualTo(404);
        assertThat(visitor.get(HERE).body()).doesNotContain(HERE + "/revocation");
    }

    /** Makes an address by the form of the page; its path. */
    private String address(String tasks) {
        HttpResponse<String> made = visitor.send(visitor.form(HERE, HERE).set("tasks", tasks));
        Matcher address = ADDRESS.matcher(made.body());
        assertThat(address.find()).as(made.body()).isTrue();
        return address.group(1);
    }

    private static HttpResponse<String> fetch(String path) {
        return PROGRAM.send(
                HttpRequest.newBuilder(URI.create(PROGRAM.url() + path)).build());
    }

    private Visitor visitor() {
        String email = "f" + mark + "@example.ir";
        String id = api.post(
                        "/users",
                        "{\"name\": \"f\", \"email\": \"%s\", \"roles\": [\"seller\"], \"password\": \"%s\"}"
                                .formatted(email, TestProgram.PASSWORD))
                .expect(201)
                .id();
        api.post(
                        "/tasks",
                        "{\"subject\": \"visit %s\", \"dueAt\": \"%s\", \"owner\": \"%s\"}"
                                .formatted(mark, java.time.Instant.now().plusSeconds(86_400), id))
                .expect(201);
        return Visitor.signedIn(PROGRAM, email, TestProgram.PASSWORD);
    }
}
