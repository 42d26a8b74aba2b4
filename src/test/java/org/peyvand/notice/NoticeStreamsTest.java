package org.peyvand.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/** Two nodes on one database: what is told on one arrives at who listens on the other. */
@Tag("database")
class NoticeStreamsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestProgram ONE = TestProgram.start(DATABASE, DATABASE.jdbcUrl());
    private static final TestProgram OTHER = TestProgram.start(DATABASE, DATABASE.jdbcUrl());

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void noticeToldOnOneNodeArrivesAtTheOther() throws Exception {
        try (var listener = new Listener(OTHER, "")) {
            assertThat(listener.next()).contains("\"unread\":");

            tell("across");

            assertThat(listener.next()).contains("\"kind\":\"assigned\"");
        }
    }

    @Test
    void whoComesBackIsToldWhatCameMeanwhile() throws Exception {
        String last;
        try (var listener = new Listener(OTHER, "")) {
            listener.next();
            last = listener.id();
        }

        tell("meanwhile");

        try (var listener = new Listener(OTHER, last)) {
            assertThat(listener.next()).contains("\"kind\":\"assigned\"");
        }
    }

    @Test
    void firstConnectionTellsOnlyTheCount() throws Exception {
        tell("before");

        try (var listener = new Listener(ONE, "")) {
            assertThat(listener.next()).contains("\"notices\":[]").doesNotContain("\"unread\":0");
        }
    }

    @Test
    void readingOnOneNodeQuietsTheBellOnTheOther() throws Exception {
        tell("to be read");
        try (var listener = new Listener(OTHER, "")) {
            listener.next();

            Api.of(ONE).post("/notices/reading").expect(204);

            // The word of what was told before may still be on its way.
            String heard = listener.next();
            assertThat(heard.contains("\"unread\":0") ? heard : listener.next()).contains("\"unread\":0");
        }
    }

    private static void tell(String key) {
        UUID reader = DATABASE.sql()
                .fetchSingle("select id from app_user where email = ?", TestProgram.EMAIL)
                .get("id", UUID.class);
        ONE.bean(Notices.class).tell(NewNotice.of("assigned", reader, key + UUID.randomUUID()));
    }

    /** Listens as a browser does. */
    private static final class Listener implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Stream<String> body;
        private String id = "";

        Listener(TestProgram program, String last) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(program.url() + "/api/v1/notices/stream"))
                    .header("Authorization", "Bearer " + TestProgram.TOKEN)
                    .header("Last-Event-ID", last)
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            body = response.body();
            Thread.ofVirtual().start(() -> {
                try {
                    body.forEach(lines::add);
                } catch (RuntimeException closed) {
                    lines.add("closed");
                }
            });
        }

        /** The data of the next event. */
        String next() throws InterruptedException {
            for (String line = line(); ; line = line()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                }
                if (line.startsWith("data:")) {
                    return line.substring(5);
                }
            }
        }

        String id() {
            return id;
        }

        private String line() throws InterruptedException {
            String line = lines.poll(20, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing arrived within 20 s");
            }
            return line;
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
