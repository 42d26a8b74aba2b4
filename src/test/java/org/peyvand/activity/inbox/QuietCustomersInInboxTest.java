package org.peyvand.activity.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** Customers with whom nobody spoke for thirty days stand in the work inbox of the seller they belong to, and nobody else's. */
@Tag("database")
class QuietCustomersInInboxTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Api ADMIN = Api.of(PROGRAM);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "long enough a word";

    private final String mark = "quiet" + Mark.fresh();
    private final String seller = person(mark);
    private final Visitor pages = Visitor.signedIn(PROGRAM, mark + "@example.ir", PASSWORD);

    @Test
    void whoWasNeverOrLongAgoSpokenWithStandsThere() {
        String never = old("accounts", Map.of("name", "خاموش"));
        String longAgo = old("accounts", Map.of("name", "دیرین"));
        talk("calls", "at", "accounts", longAgo, 35);
        String person = old("contacts", Map.of("lastName", "خاموشی"));

        String inbox = pages.get("/?show=quiet&lang=en").body();

        assertThat(inbox)
                .contains("Companies nobody spoke with for 30 days", "Contacts nobody spoke with for 30 days")
                .contains(row("account", never), row("account", longAgo), row("contact", person));
    }

    @Test
    void aTalkWithThemTheirPeopleOrAboutTheirDealsTakesThemOut() {
        String never = old("accounts", Map.of("name", "خاموش"));
        String called = old("accounts", Map.of("name", "زنگ‌خورده"));
        talk("calls", "at", "accounts", called, 5);
        String met = old("accounts", Map.of("name", "دیده"));
        talk("meetings", "startAt", "accounts", met, 29);
        String noted = old("accounts", Map.of("name", "نوشته"));
        note("accounts", noted);
        String byPerson = old("accounts", Map.of("name", "با شخص"));
        talk("calls", "at", "contacts", made("contacts", Map.of("lastName", "رابط", "account", byPerson)), 1);
        String byDeal = old("accounts", Map.of("name", "با معامله"));
        talk("calls", "at", "opportunities", made("opportunities", Map.of("name", "قرارداد", "account", byDeal)), 1);

        String inbox = pages.get("/?show=quiet").body();

        assertThat(inbox)
                .contains(row("account", never))
                .doesNotContain(
                        row("account", called),
                        row("account", met),
                        row("account", noted),
                        row("account", byPerson),
                        row("account", byDeal));
    }

    @Test
    void newCustomersAndThoseOfOthersDoNotStandThere() {
        String never = old("accounts", Map.of("name", "خاموش"));
        String fresh = made("accounts", Map.of("name", "تازه"));
        String other = old("accounts", Map.of("name", "از دیگری", "owner", person(mark + "o")));
        String gone = old("accounts", Map.of("name", "حذف‌شده"));
        ADMIN.delete("/accounts/" + gone).expect(204);

        String inbox = pages.get("/?show=quiet").body();

        assertThat(inbox)
                .contains(row("account", never))
                .doesNotContain(row("account", fresh), row("account", other), row("account", gone));
    }

    /** A record that was made forty days ago. */
    private String old(String type, Map<String, String> values) {
        String id = made(type, values);
        String table = type.substring(0, type.length() - 1);
        int changed = PROGRAM.database()
                .sql()
                .execute(
                        "update " + table + " set created_at = created_at - interval '40 days' where id = ?",
                        UUID.fromString(id));
        assertThat(changed).isEqualTo(1);
        return id;
    }

    private String made(String type, Map<String, String> values) {
        var json = JSON.createObjectNode().put("owner", seller);
        values.forEach(json::put);
        return ADMIN.post("/" + type, json.toString()).expect(201).id();
    }

    private void talk(String type, String moment, String about, String id, int daysAgo) {
        var json = JSON.createObjectNode()
                .put("subject", "گفتگو")
                .put("owner", seller)
                .put(moment, Instant.now().minus(Duration.ofDays(daysAgo)).toString());
        json.putObject("regarding").put("type", about).put("id", id);
        ADMIN.post("/" + type, json.toString()).expect(201);
    }

    private void note(String about, String id) {
        var json = JSON.createObjectNode().put("body", "یادداشت").put("owner", seller);
        json.putObject("regarding").put("type", about).put("id", id);
        ADMIN.post("/notes", json.toString()).expect(201);
    }

    private static String person(String name) {
        var json = JSON.createObjectNode()
                .put("name", "Quiet seller")
                .put("email", name + "@example.ir")
                .put("password", PASSWORD);
        json.putArray("roles").add("seller");
        return ADMIN.post("/users", json.toString()).expect(201).id();
    }

    private static String row(String type, String id) {
        return "id=\"" + type + "-" + id + "\"";
    }
}
