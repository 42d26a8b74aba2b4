package org.peyvand.channel.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** The line of texts on its page, and what became of messages on theirs, by their forms. */
@Tag("database")
class SmsPageTest {

    private static final TestProgram PROGRAM = TestProgram.start();
    private static final String LINE = "/admin/sms";
    private static final String MESSAGES = "/admin/messages";
    private static final String SHOWN_ONLY = "Kept for show; nothing was sent.";

    private final Api api = Api.of(PROGRAM);
    private final Visitor admin = Visitor.signedIn(PROGRAM);
    private final String mark = Mark.fresh();

    @AfterAll
    static void close() {
        PROGRAM.close();
    }

    @Test
    void aTextTriedOnTheSandboxLineStandsAmongTheMessagesAndIsSaidNotToHaveGoneOut() {
        String id = tried();

        String row = row(admin.get(MESSAGES).body(), id);
        assertThat(row).contains("text " + mark, "+989121234567", ">Sent<", SHOWN_ONLY);
        assertThat(row).doesNotContain("/sending");
    }

    @Test
    void aTrialWithoutAUsableNumberIsRefusedAndTheTextIsKept() {
        HttpResponse<String> answer =
                admin.send(admin.form(LINE, LINE + "/trial").set("number", "12").set("text", "long text " + mark));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#number\"");
        assertThat(PageForm.in(answer.body(), LINE + "/trial").value("text")).isEqualTo("long text " + mark);
        assertThat(admin.get(MESSAGES).body()).doesNotContain(mark);
    }

    @Test
    void aLineIsSetItsKeyStaysUnseenAndNonsenseChangesNothing() {
        PageForm form = admin.form(LINE, LINE)
                .set("provider", "panel")
                .set("line", "3000")
                .set("key", "k" + mark)
                .set("url", "https://sms.example.ir/send")
                .set("idLength", "۱۵");
        assertThat(admin.send(form).statusCode()).isEqualTo(302);

        String page = admin.get(LINE).body();
        assertThat(page).doesNotContain("k" + mark);
        PageForm kept = PageForm.in(page, LINE);
        assertThat(kept.value("provider")).isEqualTo("panel");
        assertThat(kept.value("idLength")).isEqualTo("15");
        assertThat(api.get("/sms-settings").get("hasKey").asBoolean()).isTrue();

        HttpResponse<String> wrong =
                admin.send(kept.set("url", "nonsense").set("idAt", "messageid").set("line", "4000"));
        HttpResponse<String> length = admin.send(admin.form(LINE, LINE).set("idLength", "long"));
        HttpResponse<String> provider = admin.send(admin.form(LINE, LINE).pick("provider", "panell"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#url\"", "href=\"#idAt\"", "value=\"4000\"");
        assertThat(length.statusCode()).isEqualTo(422);
        assertThat(length.body()).contains("href=\"#idLength\"");
        assertThat(provider.statusCode()).isEqualTo(422);
        assertThat(api.get("/sms-settings").text("line")).isEqualTo("3000");
        assertThat(api.put("/sms-settings", "{\"provider\": \"panell\"}").status())
                .isEqualTo(422);
        assertThat(admin.send(admin.form(LINE, LINE).set("provider", "sandbox")).statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "uncertain"})
    void whatDidNotArriveIsSentAgainFromItsTab(String state) {
        String id = tried();
        becomes(id, state);
        String tab = MESSAGES + "?state=" + state;
        assertThat(row(admin.get(tab).body(), id))
                .containsIgnoringCase(">" + state + "<")
                .contains("The program ended");

        HttpResponse<String> answer = admin.send(sending(tab, id));

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(tab);
        assertThat(admin.get(tab).body()).doesNotContain(id);
        await().until(() -> row(admin.get(MESSAGES).body(), id).contains(">Sent<"));
    }

    @Test
    void whatWasSentMeanwhileIsNotSentTwiceAndTheReaderIsTold() {
        String id = tried();
        becomes(id, "failed");
        PageForm form = sending(MESSAGES, id);
        becomes(id, "sent");

        HttpResponse<String> answer = admin.send(form);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(admin.get(MESSAGES).body()).contains("Only a message that did not arrive can be sent again.");
        assertThat(PROGRAM.database()
                        .sql()
                        .fetchValue("select state from outbox_message where id = ?", UUID.fromString(id)))
                .isEqualTo("sent");
    }

    @Test
    void whatIsDroppedOrWaitsIsShownWithoutAWayToSendIt() {
        String dropped = tried();
        becomes(dropped, "dropped");
        String sent = tried();

        String page = admin.get(MESSAGES).body();

        assertThat(row(page, dropped)).contains(">Dropped<").doesNotContain("/sending");
        assertThat(row(admin.get(MESSAGES + "?state=sent").body(), sent)).contains(">Sent<");
        assertThat(admin.get(MESSAGES + "?state=failed").body()).doesNotContain("data-message=\"" + sent);
    }

    private PageForm sending(String page, String id) {
        return admin.form(page, MESSAGES + "/" + id + "/sending");
    }

    /** Sends a text by the trial of the page and waits until it is through; the id of its message. */
    private String tried() {
        assertThat(admin.send(admin.form(LINE + "?lang=en", LINE + "/trial")
                                .set("number", "09121234567")
                                .set("text", "text " + mark))
                        .statusCode())
                .isEqualTo(302);
        return await().until(
                        () -> {
                            var newest = api.get("/messages?channel=sms").data().path(0);
                            return newest.path("state").asString("").equals("sent")
                                            && newest.path("text").asString("").contains(mark)
                                    ? newest.path("id").asString()
                                    : "";
                        },
                        id -> !id.isEmpty());
    }

    /** As the sender would leave it; how messages fail is tested where they are sent. */
    private static void becomes(String id, String state) {
        PROGRAM.database()
                .sql()
                .execute(
                        "update outbox_message set state = ?, reference = null, last_error = ? where id = ?",
                        state,
                        "program-ended\t",
                        UUID.fromString(id));
    }

    private static String row(String page, String id) {
        int at = page.indexOf("data-message=\"" + id);
        assertThat(at).as("message " + id + " in " + page).isPositive();
        return page.substring(at, page.indexOf("</tr>", at));
    }
}
