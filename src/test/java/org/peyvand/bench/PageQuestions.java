package org.peyvand.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peyvand.testing.PageForm;

/** What the administrator's browser asks: pages whole as a new tab loads them, and the suggestions while somebody types. */
final class PageQuestions implements AutoCloseable {

    private static final Pattern CONTACT = Pattern.compile("href=\"/contacts/([0-9a-f]{8}-[0-9a-f-]{27})\"");
    private static final Pattern TITLE = Pattern.compile("<h1><bdi>([^<]*)</bdi>");
    private static final int SHOWN = 15;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;
    private final ListQuestions lists;
    private final List<Sample> samples;
    private final Reader reader;

    PageQuestions(Subject subject, BareSql bare, Reader administrator)
            throws SQLException, IOException, InterruptedException {
        this.url = subject.url();
        this.reader = administrator;
        this.lists = new ListQuestions(subject, bare, administrator);
        this.samples = Sample.of(bare, administrator);
        String email = (String) bare.rows("select email from app_user where id = ?", administrator.user())
                .getFirst()
                .getFirst();
        PageForm form = PageForm.in(get("/login?lang=fa"), "/login");
        send(HttpRequest.newBuilder(URI.create(url + form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.set("username", email)
                        .set("password", Benchmark.PASSWORD)
                        .encoded()))
                .build());
    }

    List<Question> all() {
        return List.of(
                question("page: list by name", 20, turn -> list(), turn -> shown(lists.bareList(List.of()))),
                question(
                        "page: a contact",
                        20,
                        turn -> contact(sample(turn)),
                        turn -> sample(turn).name()),
                question("page: suggestions while typing", 20, turn -> suggests(sample(turn)), turn -> true));
    }

    private Question question(String name, double target, Question.Asking program, Question.Asking database) {
        return new Question(name, reader.name(), target, program, database);
    }

    private List<UUID> list() throws IOException, InterruptedException {
        return shown(CONTACT.matcher(get("/contacts?sort=name"))
                .results()
                .map(MatchResult::group)
                .map(each -> UUID.fromString(each.substring("href=\"/contacts/".length(), each.length() - 1)))
                .distinct()
                .toList());
    }

    /** A page of a list shows fewer at first than one of the API, and fetches the others while it is read. */
    private static List<UUID> shown(List<UUID> ids) {
        return ids.subList(0, Math.min(ids.size(), SHOWN));
    }

    private String contact(Sample sample) throws IOException, InterruptedException {
        Matcher title = TITLE.matcher(get("/contacts/" + sample.id()));
        return title.find() ? Objects.requireNonNull(title.group(1)).strip() : "";
    }

    private boolean suggests(Sample sample) throws IOException, InterruptedException {
        String words = URLEncoder.encode(sample.name(), StandardCharsets.UTF_8);
        // more people than are suggested may have the name
        return get("/search/suggest?q=" + words).contains("/contacts/");
    }

    private Sample sample(int turn) {
        return samples.get(turn % samples.size());
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "text/html")
                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
