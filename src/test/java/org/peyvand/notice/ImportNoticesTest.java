package org.peyvand.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** Whom an import tells what: one who got five hundred customers hears it once. */
@Tag("database")
class ImportNoticesTest {

    private static TestProgram program;

    @BeforeAll
    static void start() {
        // Nothing listens there: what would be mailed stays in the queue to be counted.
        program = TestProgram.start("PEYVAND_SMTP_URL=smtp://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void fiveHundredRowsForThreeOwnersAreThreeNotices() {
        List<UUID> owners = owners("few");

        imported(csv("few", 500, false), true);

        assertThat(notices(owners)).containsExactly("assigned 167 1", "assigned 167 1", "assigned 166 1");
        assertThat(mails(owners)).isEqualTo(3);
        Api owner = new Owner(owners.getFirst()).api();
        assertThat(owner.with("Accept-Language", "fa").get("/notices").text()).contains("۱۶۷");
        assertThat(owner.with("Accept-Language", "en").get("/notices").text()).contains("167");
    }

    @Test
    void rowsOfSeveralPartsAreSummedIntoTheSameNotices() {
        List<UUID> owners = owners("many");

        imported(csv("many", 2_500, true), true);

        assertThat(notices(owners)).containsExactly("assigned 834 1", "assigned 833 1", "assigned 833 1");
        assertThat(mails(owners)).isEqualTo(3);
    }

    @Test
    void nobodyIsToldUnlessTheImporterWantsIt() {
        List<UUID> owners = owners("quiet");

        imported(csv("quiet", 30, false), false);

        assertThat(notices(owners)).isEmpty();
        assertThat(mails(owners)).isZero();
    }

    private static List<UUID> owners(String mark) {
        List<UUID> owners = IntStream.range(0, 3)
                .mapToObj(i -> UUID.fromString(Api.of(program)
                        .post("/users", """
                                {"name": "Owner %1$s %2$d", "email": "%1$s%2$d@example.ir", "roles": ["seller"], "password": "%3$s"}
                                """.formatted(mark, i, TestProgram.PASSWORD))
                        .expect(201)
                        .id()))
                .toList();
        program.database().sql().execute("delete from outbox_message");
        return owners;
    }

    /** Rows whose owners come in turn, or in three runs. */
    private static String csv(String mark, int rows, boolean inTurn) {
        var csv = new StringBuilder("last name,owner\n");
        for (int i = 0; i < rows; i++) {
            int owner = inTurn ? i % 3 : i * 3 / rows;
            csv.append("Person ")
                    .append(i)
                    .append(",Owner ")
                    .append(mark)
                    .append(' ')
                    .append(owner)
                    .append('\n');
        }
        return csv.toString();
    }

    private static void imported(String csv, boolean notifying) {
        Api api = Api.of(program);
        String id = api.upload(
                        "/imports",
                        "contacts.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "type",
                                "contacts",
                                "mapping",
                                "{\"last name\": \"lastName\", \"owner\": \"owner\"}",
                                "options",
                                "{\"notify\": " + notifying + "}"))
                .expect(202)
                .id();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get("/imports/" + id).text("status").equals("done"));
        assertThat(api.get("/imports/" + id).body().get("created").asLong())
                .isEqualTo(csv.lines().count() - 1);
    }

    /** Kind, how many it sums up and how many rows of it there are, in the order of the owners. */
    private static List<String> notices(List<UUID> owners) {
        return program.database()
                .sql()
                .fetch(
                        "select kind || ' ' || sum(count) || ' ' || count(*) from notice join unnest(?::uuid[]) with ordinality"
                                + " as o (id, place) on o.id = user_id group by kind, place order by place",
                        (Object) owners.toArray(UUID[]::new))
                .getValues(0, String.class);
    }

    private static long mails(List<UUID> owners) {
        return program.database()
                .sql()
                .fetchSingle("select count(*) from outbox_message where user_id = any(?::uuid[])", (Object)
                        owners.toArray(UUID[]::new))
                .get(0, Long.class);
    }

    /** Somebody who owns records. */
    private record Owner(UUID id) {

        Api api() {
            String token = Api.of(program)
                    .post("/users/" + id + "/tokens", "{\"name\": \"test\"}")
                    .expect(201)
                    .text("token");
            return Api.of(program, token);
        }
    }
}
