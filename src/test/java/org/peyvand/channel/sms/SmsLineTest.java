package org.peyvand.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;

/** Texts through a provider that answers as real ones do, errors within a 200 included. */
@Tag("database")
class SmsLineTest {

    private static final String KEY = "key-that-nobody-may-see";
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    private static HttpServer provider;
    private static TestProgram program;
    private static String answer = "{}";

    @BeforeAll
    static void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        provider.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CALLS.add(exchange.getRequestURI() + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        provider.start();
        program = TestProgram.start();
    }

    @AfterAll
    static void stop() {
        program.close();
        provider.stop(0);
    }

    @Test
    void withoutAProviderTextsAreKeptForShow() {
        set("{\"provider\": \"sandbox\"}");

        JsonNode message = tryOut("09121110001", "سلام ".repeat(20));

        assertThat(message.get("state").asString()).isEqualTo("sent");
        assertThat(message.get("reference").asString()).isEqualTo("sandbox");
        assertThat(message.get("parts").asInt()).isEqualTo(2);
        assertThat(message.get("text").asString()).startsWith("سلام");
        assertThat(message.get("to").asString()).isEqualTo("+989121110001");
    }

    @Test
    void kavenegarIsCalledAsItWantsToBe() {
        answer =
                "{\"return\":{\"status\":200,\"message\":\"تایید شد\"},\"entries\":[{\"messageid\":8792343,\"status\":1}]}";
        set(kavenegar());

        JsonNode message = tryOut("09121110002", "سلام");

        assertThat(message.get("state").asString()).isEqualTo("sent");
        assertThat(message.get("reference").asString()).isEqualTo("8792343");
        String call = URLDecoder.decode(CALLS.getLast(), StandardCharsets.UTF_8);
        assertThat(call)
                .startsWith("/v1/" + KEY + "/sms/send.json ")
                .contains("receptor=+989121110002", "message=سلام", "sender=10004346", "localid=");
    }

    @Test
    void errorWithinAGoodAnswerIsAnError() {
        answer = "{\"return\":{\"status\":411,\"message\":\"دریافت کننده نامعتبر است\"},\"entries\":null}";
        set(kavenegar());

        JsonNode message = tryOut("09121110003", "سلام");

        assertThat(message.get("state").asString()).isEqualTo("failed");
        assertThat(message.get("error").asString()).contains("411").doesNotContain(KEY);
    }

    @Test
    void emptyPurseIsWaitedFor() {
        answer = "{\"return\":{\"status\":418,\"message\":\"اعتبار کافی نیست\"},\"entries\":null}";
        set(kavenegar());

        JsonNode message = tryOut("09121110004", "سلام");

        assertThat(message.get("state").asString()).isEqualTo("queued");
        assertThat(message.get("error").asString()).contains("418");
        assertThat(message.get("dueAt").isNull()).isFalse();
    }

    @Test
    void anyPanelIsCalledByItsTemplate() {
        answer = "{\"Value\": \"5012345678901234\", \"RetStatus\": 1, \"StrRetStatus\": \"Ok\"}";
        set(panel());

        JsonNode message = tryOut("09121110005", "گفت: \"{key}\"\nسلام");

        assertThat(message.get("state").asString()).isEqualTo("sent");
        assertThat(message.get("reference").asString()).isEqualTo("5012345678901234");
        assertThat(CALLS.getLast()).contains("\"text\": \"گفت: \\\"{key}\\\"\\nسلام\"", "\"to\": \"+989121110005\"");
    }

    @Test
    void numberOfAnErrorIsNoId() {
        answer = "{\"Value\": \"11\", \"RetStatus\": 35, \"StrRetStatus\": \"InvalidData\"}";
        set(panel());

        JsonNode message = tryOut("09121110006", "سلام");

        assertThat(message.get("state").asString()).isEqualTo("failed");
    }

    @Test
    void keyIsWrittenAndNeverRead() {
        set(kavenegar());

        String read = api().get("/sms-settings").expect(200).text();
        set("{\"provider\": \"kavenegar\", \"url\": \"" + url() + "\", \"line\": \"1000\"}");

        assertThat(read).doesNotContain(KEY).contains("\"hasKey\":true");
        assertThat(api().get("/sms-settings").get("hasKey").asBoolean()).isTrue();
        assertThat(program.database()
                        .sql()
                        .fetchValue("select encode(sealed, 'escape') from stored_setting where name = 'sms'"))
                .asString()
                .isNotEmpty()
                .doesNotContain(KEY);
    }

    /** By whom the text is not taken, each in another way: the key is part of the address that is called. */
    @Test
    void keyIsNowhereWhenTheConnectionFails() throws IOException {
        try (var log = new CapturedLog();
                var silent = new SilentDoor()) {
            set(kavenegar("http://127.0.0.1:" + closedPort()));
            JsonNode away = tryOut("09121110007", "سلام");
            set(kavenegar("http://127.0.0.1:" + silent.port()));
            JsonNode broken = tryOut("09121110008", "سلام");
            answer = "<html>No such page: /v1/" + KEY + "/sms/send.json</html>";
            set(kavenegar());
            JsonNode noJson = tryOut("09121110009", "سلام");

            for (JsonNode each : List.of(away, broken, noJson)) {
                assertThat(each.get("state").asString()).isEqualTo("queued");
                assertThat(each.get("error").asString()).isNotEmpty();
            }
            assertThat(log.text()).contains("was not taken: provider-away", "provider-silent", "provider-not-json");
            assertKeyIsNowhere(log);
        }
    }

    @Test
    void keyIsNowhereWhenTheProviderRepeatsIt() {
        try (var log = new CapturedLog()) {
            answer = "{\"return\":{\"status\":403,\"message\":\"unknown key " + KEY + "\"},\"entries\":null}";
            set(kavenegar());
            JsonNode refused = tryOut("09121110010", "سلام");
            answer = "{\"Value\": \"\", \"StrRetStatus\": \"" + "x".repeat(180) + " " + KEY + "\"}";
            set(panel().replace("\"idAt\"", "\"errorAt\": \"/StrRetStatus\", \"idAt\""));
            JsonNode failed = tryOut("09121110011", "سلام");

            assertThat(refused.get("error").asString()).startsWith("403 unknown key");
            assertThat(failed.get("error").asString()).contains("xxx").doesNotContain(KEY.substring(0, 5));
            assertThat(log.text()).contains("was not taken: 403 unknown key");
            assertKeyIsNowhere(log);
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        api().put("/sms-settings", "{\"provider\": \"panel\", \"url\": \"nonsense\", \"idAt\": \"x\"}")
                .expect(422);
        api().post("/sms-settings/trial", "{\"number\": \"12\", \"text\": \"\"}")
                .expect(422);
    }

    private static void assertKeyIsNowhere(CapturedLog log) {
        assertThat(log.text()).doesNotContain(KEY);
        assertThat(program.database()
                        .sql()
                        .fetch("select to_jsonb(m)::text from outbox_message m")
                        .getValues(0))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).asString().doesNotContain(KEY));
        assertThat(api().get("/messages?channel=sms").expect(200).text()).doesNotContain(KEY);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static JsonNode tryOut(String number, String text) {
        api().post(
                        "/sms-settings/trial",
                        tools.jackson.databind.json.JsonMapper.builder()
                                .build()
                                .createObjectNode()
                                .put("number", number)
                                .put("text", text)
                                .toString())
                .expect(202);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < until) {
            for (JsonNode each : api().get("/messages?channel=sms").expect(200).data()) {
                boolean settled = each.get("attempts").asInt() > 0
                        && !each.get("state").asString().equals("sending");
                if (settled && each.get("to").asString().endsWith(number.substring(1))) {
                    return each;
                }
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the text to " + number + " was not sent within 30 s");
    }

    private static void set(String settings) {
        api().put("/sms-settings", settings).expect(200);
    }

    private static String kavenegar() {
        return kavenegar(url());
    }

    private static String kavenegar(String url) {
        return "{\"provider\": \"kavenegar\", \"line\": \"10004346\", \"key\": \"" + KEY + "\", \"url\": \"" + url
                + "\"}";
    }

    private static String panel() {
        return "{\"provider\": \"panel\", \"line\": \"3000\", \"key\": \"" + KEY + "\", \"url\": \"" + url()
                + "/api/SendSMS\", \"body\": \"{\\\"to\\\": \\\"{to}\\\", \\\"text\\\": \\\"{text}\\\"}\","
                + " \"idAt\": \"/Value\", \"idLength\": \"15\"}";
    }

    private static String url() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    private static Api api() {
        return Api.of(program).with("Accept-Language", "en");
    }
}
