package org.peyvand.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same through the door: a list, a record and a new contact over HTTP, on a connection that is kept, by the plainest of
 * clients: it shares the machine with the program, and its time counts as the program's.
 */
final class HttpQuestions {

    private static final String CONTACTS = "/api/v1/contacts";

    private final JsonMapper json = JsonMapper.shared();
    private final Subject subject;
    private final BareSql bare;
    private final Reader reader;
    private final ListQuestions lists;
    private final WriteQuestions writes;
    private final List<Sample> samples;

    HttpQuestions(Subject subject, BareSql bare, Reader reader) throws SQLException {
        this.lists = new ListQuestions(subject, bare, reader);
        this.writes = new WriteQuestions(subject, bare, reader, new HashMap<>());
        this.subject = subject;
        this.bare = bare;
        this.reader = reader;
        this.samples = Sample.of(bare, reader);
    }

    List<Question> all() {
        return List.of(
                question("HTTP: list by name", 5, turn -> list(), turn -> lists.bareList(List.of())),
                question("HTTP: a record", 4, turn -> record(sample(turn)), turn -> bareRecord(sample(turn))),
                question(
                        "HTTP: create a contact",
                        2.5,
                        turn -> create(turn),
                        turn -> writes.bareCreate(turn, Actor.Kind.TOKEN)));
    }

    private Question question(String name, double target, Question.Asking program, Question.Asking database) {
        return new Question(name, reader.name(), target, program, database);
    }

    private List<UUID> list() throws IOException {
        JsonNode answer = send("GET", CONTACTS + "?sort=name&fields=name,account,jobTitle,mobile,email", null, 200);
        return answer.path("data")
                .valueStream()
                .map(each -> UUID.fromString(each.path("id").asString()))
                .toList();
    }

    private String record(Sample sample) throws IOException {
        return send("GET", CONTACTS + "/" + sample.id(), null, 200).path("name").asString();
    }

    private String bareRecord(Sample sample) throws SQLException {
        return (String) bare.row("select name, t.* from contact t where id = ?", sample.id())
                .getFirst();
    }

    private Object create(int turn) throws IOException {
        JsonNode made = send("POST", CONTACTS, writes.json(turn), 201);
        return writes.stored(UUID.fromString(made.path("id").asString()));
    }

    private JsonNode send(String method, String path, @Nullable String body, int expected) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(subject.url() + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + reader.token());
        if (body != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(UTF_8));
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] answer = in.readAllBytes();
            if (status != expected) {
                throw new AssertionError(method + " " + path + ": " + status + " " + new String(answer, UTF_8));
            }
            return json.readTree(answer);
        }
    }

    private Sample sample(int turn) {
        return samples.get(turn % samples.size());
    }
}
