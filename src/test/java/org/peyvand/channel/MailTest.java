package org.peyvand.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.notice.NewNotice;
import org.peyvand.notice.Notices;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.Letter;
import org.peyvand.notice.outbox.NewMessage;
import org.peyvand.notice.outbox.Outbox;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;
import org.springframework.transaction.support.TransactionOperations;

/** Mail through a real mail server, by two nodes on one database. */
@Tag("database")
class MailTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static TestDatabase database;
    private static TestProgram one;
    private static TestProgram other;

    @BeforeAll
    static void start() {
        SERVER.start();
        String url = "PEYVAND_SMTP_URL=smtp://127.0.0.1:" + SERVER.getSmtp().getPort();
        database = TestDatabase.fresh();
        String secret = "PEYVAND_SECRET=one secret that both of the nodes share";
        one = TestProgram.start(database, database.jdbcUrl(), url, secret);
        other = TestProgram.start(database, database.jdbcUrl(), url, secret);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        SERVER.stop();
    }

    @Test
    void newcomerIsInvitedAndComesInByTheLink() throws Exception {
        String address = address();

        api().post("/users", "{\"name\": \"نگار کریمی\", \"email\": \"" + address + "\", \"locale\": \"fa\"}")
                .expect(201);
        MimeMessage mail = mailTo(address);
        HttpResponse<String> in = choosePassword(link(mail), "saffron and rice");

        assertThat(mail.getSubject()).isEqualTo("به پیوند دعوت شده‌اید");
        assertThat(part(mail, 1)).contains("dir=\"rtl\"", "نگار کریمی").doesNotContain("http://fonts", "<img", "<link");
        assertThat(part(mail, 0)).contains("/setup?token=");
        assertThat(in.statusCode()).isEqualTo(302);
    }

    @Test
    void whoForgotThePasswordChoosesAnotherByALinkThatWorksOnce() throws Exception {
        String address = address();
        String id = user(address);

        HttpResponse<String> answer = forgotten(address);
        String link = link(mailTo(address));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(choosePassword(link, "another long word").statusCode()).isEqualTo(302);
        assertThat(choosePassword(link, "a third long word").statusCode()).isEqualTo(404);
        assertThat(database.sql()
                        .fetchValue(
                                "select count(*) from notice where user_id = ? and kind = 'password-replaced'",
                                UUID.fromString(id)))
                .isEqualTo(1L);
        assertThat(database.sql()
                        .fetchValue(
                                "select count(*) from outbox_message where user_id = ? and content is not null",
                                UUID.fromString(id)))
                .isEqualTo(0L);
    }

    @Test
    void unknownAddressGetsTheSameAnswerAndNoMail() throws Exception {
        HttpResponse<String> known = forgotten(known());
        HttpResponse<String> unknown = forgotten("nobody" + COUNT.incrementAndGet() + "@example.ir");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(known.headers().firstValue("Location"));
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    @Test
    void askingAgainAndAgainIsRefused() throws Exception {
        String address = address();

        List<Integer> answers = java.util.stream.IntStream.range(0, 5)
                .mapToObj(unused -> forgottenStatus(address))
                .toList();

        assertThat(answers).containsExactly(303, 303, 303, 429, 429);
    }

    @Test
    void noticeComesByMailInTheReadersLanguage() throws Exception {
        String address = address();
        String id = user(address);

        api().post("/accounts", "{\"name\": \"بازرگانی پارس\", \"owner\": \"" + id + "\"}")
                .expect(201);
        MimeMessage mail = mailTo(address);

        assertThat(mail.getSubject()).contains("بازرگانی پارس");
        assertThat(part(mail, 1)).contains("lang=\"fa\" dir=\"rtl\"", "باز کردن در پیوند");
    }

    @Test
    void noticeThatWasReadMeanwhileIsNotSent() throws Exception {
        String address = address();
        String id = user(address);
        UUID reader = UUID.fromString(id);

        // Told and read in one transaction, so that no courier comes between the two.
        one.bean(TransactionOperations.class).executeWithoutResult(status -> {
            one.bean(Notices.class).tell(NewNotice.of("assigned", reader, "read at once"));
            one.bean(DSLContext.class).execute("update notice set read_at = now() where user_id = ?", reader);
        });
        await("the message to be settled", () -> !List.of("queued", "sending").contains(stateOfMessageTo(reader)));

        assertThat(stateOfMessageTo(reader)).isEqualTo("dropped");
        assertThat(mailsTo(address)).isEmpty();
    }

    @Test
    void everyMessageIsSentOnceByTwoNodes() {
        List<String> addresses = java.util.stream.IntStream.range(0, 60)
                .mapToObj(unused -> address())
                .toList();

        one.bean(Outbox.class)
                .put(addresses.stream()
                        .map(to -> NewMessage.written("once:" + to, Way.EMAIL, "test", to, letter()))
                        .toList());
        other.bean(Outbox.class)
                .put(addresses.stream()
                        .map(to -> NewMessage.written("once:" + to, Way.EMAIL, "test", to, letter()))
                        .toList());
        await("all to be sent", () -> open("test") == 0);

        for (String to : addresses) {
            assertThat(mailsTo(to)).as(to).hasSize(1);
        }
    }

    @Test
    void messageWhoseSenderDiedIsRepeatedUnderTheSameIdentifierOnlyWhereThatIsBetterThanNever() throws Exception {
        String needed = address();
        String campaign = address();
        one.bean(Outbox.class).put(NewMessage.written("died:" + campaign, Way.EMAIL, "campaign", campaign, letter()));
        one.bean(Outbox.class)
                .put(NewMessage.needed("died:" + needed, Way.EMAIL, "needed", UUID.fromString(user(needed)), letter()));
        await("both to be sent", () -> open("campaign") == 0 && open("needed") == 0);
        String identifier = mailTo(needed).getMessageID();

        // What a kill between the server's 250 and our commit leaves behind.
        database.sql()
                .execute(
                        "update outbox_message set state = 'sending', lease = gen_random_uuid(), content = (select content"
                                + " from outbox_message where key = 'died:" + campaign + "'), finished_at = null,"
                                + " lease_until = now() - interval '1 second' where key like 'died:%'");
        await(
                "the dead node's messages to be taken up",
                () -> open("needed") == 0 && mailsTo(needed).size() == 2);

        assertThat(mailsTo(needed))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo(identifier));
        assertThat(mailsTo(campaign)).hasSize(1);
        assertThat(database.sql().fetchValue("select state from outbox_message where key = ?", "died:" + campaign))
                .isEqualTo("uncertain");
        assertThat(api().get("/messages?state=uncertain").expect(200).text()).contains(campaign);
    }

    private static Letter letter() {
        return new Letter(java.util.Locale.of("fa"), "آزمایش", List.of("متن"), null);
    }

    private static String stateOfMessageTo(UUID reader) {
        return String.valueOf(database.sql()
                .fetchValue("select state from outbox_message where user_id = ? and channel = 'email'", reader));
    }

    private static long open(String purpose) {
        Object count = database.sql()
                .fetchValue(
                        "select count(*) from outbox_message where purpose = ? and state in ('queued', 'sending')",
                        purpose);
        return count instanceof Long number ? number : 0;
    }

    private static Api api() {
        return Api.of(one).with("Accept-Language", "en");
    }

    private static String address() {
        return "someone" + COUNT.incrementAndGet() + "@example.ir";
    }

    private static String user(String address) {
        return api().post(
                        "/users",
                        "{\"name\": \"همکار\", \"email\": \"" + address
                                + "\", \"locale\": \"fa\", \"roles\": [\"seller\"],"
                                + " \"password\": \"long enough a word\"}")
                .expect(201)
                .id();
    }

    private static String known() {
        String address = address();
        user(address);
        return address;
    }

    private static int forgottenStatus(String address) {
        try {
            return forgotten(address).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> forgotten(String address) throws Exception {
        return post("/forgotten", "/forgotten", "username=" + encoded(address));
    }

    private static HttpResponse<String> choosePassword(String link, String password) throws Exception {
        String token = link.substring(link.indexOf("token=") + 6);
        return post("/forgotten", "/setup", "token=" + token + "&password=" + encoded(password));
    }

    private static HttpResponse<String> post(String page, String path, String form) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String html = http.send(request(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(html);
        String csrf = token.find() ? token.group(1) : "";
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(csrf)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(one.url() + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String link(MimeMessage mail) throws Exception {
        Matcher link = Pattern.compile("http\\S+/setup\\?token=[\\w-]+").matcher(part(mail, 0));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return String.valueOf(
                ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent());
    }

    private static MimeMessage mailTo(String address) {
        await("mail to " + address, () -> !mailsTo(address).isEmpty());
        return mailsTo(address).getFirst();
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(until);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
