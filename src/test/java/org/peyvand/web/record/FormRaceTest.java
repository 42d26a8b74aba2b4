package org.peyvand.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** Editors with sessions of their own save the form of one record: no edit is lost, and nothing typed is. */
class FormRaceTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final int EDITORS = 20;

    /** What each editor fills in, and how the API tells it. */
    private static final Map<String, String> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("name", "پخش البرز"),
            Map.entry("legalName", "شرکت پخش البرز"),
            Map.entry("industry", "food"),
            Map.entry("website", "https://alborz.example"),
            Map.entry("email", "info@alborz.example"),
            Map.entry("phone", "+982188776655"),
            Map.entry("mobile", "+989121112233"),
            Map.entry("employees", "120"),
            Map.entry("foundedYear", "1380"),
            Map.entry("tier", "gold"),
            Map.entry("lifecycle", "customer"),
            Map.entry("tags", "عمده"),
            Map.entry("description", "زود می‌پردازند.")));

    private static List<Visitor> editors = List.of();

    private final Api api = Api.of(PROGRAM);

    @BeforeAll
    static void signIn() {
        editors = IntStream.range(0, EDITORS)
                .mapToObj(_ -> Visitor.signedIn(PROGRAM))
                .toList();
    }

    @Test
    void keepsTheEditsOfAllFieldsByParallelEditors() throws Exception {
        String account = account();
        List<Map.Entry<String, String>> edits = List.copyOf(FIELDS.entrySet());
        List<PageForm> forms = edits.stream()
                .map(edit -> form(editors.get(edits.indexOf(edit)), account).set(edit.getKey(), edit.getValue()))
                .toList();

        List<HttpResponse<String>> answers =
                together(edits.size(), i -> editors.get(i).send(forms.get(i)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
        JsonNode stands = api.get("/accounts/" + account).body();
        edits.forEach(edit -> {
            JsonNode value = stands.path(edit.getKey());
            assertThat((value.isArray() ? value.get(0) : value).asString())
                    .as(edit.getKey())
                    .isEqualTo(edit.getValue());
        });
    }

    /** Both make up the name, and both numbers stand in one list. */
    @Test
    void keepsTheEditsOfFieldsThatAreStoredTogether() throws Exception {
        String contact = api.post("/contacts", "{\"firstName\": \"لیلا\", \"lastName\": \"صالحی\"}")
                .expect(201)
                .id();
        List<Map.Entry<String, String>> edits = List.of(
                Map.entry("firstName", "سارا"), Map.entry("lastName", "احمدی"), Map.entry("phone", "02188776655"));
        List<PageForm> forms = edits.stream()
                .map(edit -> editors.get(edits.indexOf(edit))
                        .form("/contacts/" + contact + "/edit", "/contacts/" + contact)
                        .set(edit.getKey(), edit.getValue()))
                .toList();

        List<HttpResponse<String>> answers =
                together(edits.size(), i -> editors.get(i).send(forms.get(i)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(302));
        Api.Answer stands = api.get("/contacts/" + contact);
        assertThat(stands.text("name")).isEqualTo("سارا احمدی");
        assertThat(stands.text("phone")).isEqualTo("+982188776655");
    }

    @Test
    void letsOneOfTwentyWriteAFieldAndShowsTheOthersBothValuesWithAllTheyTyped() throws Exception {
        String account = account();
        List<PageForm> forms =
                editors.stream().map(editor -> form(editor, account)).toList();
        IntStream.range(0, EDITORS)
                .forEach(i -> forms.get(i).set("legalName", "نام " + i).set("description", "متن " + i));

        List<HttpResponse<String>> answers =
                together(EDITORS, i -> editors.get(i).send(forms.get(i)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(1);
        String winner = api.get("/accounts/" + account).text("legalName");
        for (int i = 0; i < EDITORS; i++) {
            if (answers.get(i).statusCode() != 302) {
                assertThat(answers.get(i).statusCode()).isEqualTo(412);
                assertThat(answers.get(i).body())
                        .contains("<bdi>قدیم</bdi>", "<bdi>نام " + i + "</bdi>", "<bdi>" + winner + "</bdi>");
                PageForm again = PageForm.in(answers.get(i).body(), "/accounts/" + account);
                assertThat(again.value("legalName")).isEqualTo("نام " + i);
                assertThat(again.value("description")).isEqualTo("متن " + i);
            }
        }
    }

    /** Whoever insists on their own value has seen the one they write over: the history has no other. */
    @Test
    void neverWritesOverAValueThatNobodyWasShown() throws Exception {
        String account = account();

        List<Integer> insisted = together(EDITORS, i -> {
            String mine = "نام " + i;
            HttpResponse<String> answer =
                    editors.get(i).send(form(editors.get(i), account).set("legalName", mine));
            int times = 0;
            while (answer.statusCode() == 412) {
                PageForm again = PageForm.in(answer.body(), "/accounts/" + account);
                String theirs = answer.body().replaceAll("(?s).*<bdi>([^<]*)</bdi></span></label></fieldset>.*", "$1");
                answer = editors.get(i).send(again.pick("choice.legalName", "mine"));
                if (answer.statusCode() == 302) {
                    assertThat(overwritten(account, mine)).isEqualTo(theirs);
                }
                times++;
            }
            assertThat(answer.statusCode()).isEqualTo(302);
            return times;
        });

        assertThat(insisted).anyMatch(times -> times > 0);
        assertThat(history(account)).hasSize(EDITORS);
    }

    /** What is wrong elsewhere in the form must not move it to a version that its reader never saw. */
    @Test
    void stillTellsOfAnotherEditAfterTheFormWasRefusedForSomethingElse() {
        String account = account();
        Visitor editor = editors.getFirst();
        PageForm form = form(editor, account).set("email", "nobody");
        api.patch("/accounts/" + account, "{\"legalName\": \"نام دیگری\"}").expect(200);

        HttpResponse<String> refused = editor.send(form);
        HttpResponse<String> mended = editor.send(PageForm.in(refused.body(), "/accounts/" + account)
                .set("email", "a@alborz.example")
                .set("legalName", "نام من"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(mended.statusCode()).isEqualTo(412);
        assertThat(mended.body()).contains("<bdi>نام دیگری</bdi>", "<bdi>نام من</bdi>");
        assertThat(api.get("/accounts/" + account).text("legalName")).isEqualTo("نام دیگری");
    }

    @Test
    void leavesTheirsAlsoWhenTheFormIsRefusedOnceMore() {
        String account = account();
        Visitor editor = editors.getFirst();
        PageForm form = form(editor, account).set("legalName", "نام من").set("name", "نام تازه");
        api.patch("/accounts/" + account, "{\"legalName\": \"نام دیگری\"}").expect(200);

        PageForm choice = PageForm.in(editor.send(form).body(), "/accounts/" + account)
                .pick("choice.legalName", "theirs")
                .set("name", "");
        HttpResponse<String> refused = editor.send(choice);
        HttpResponse<String> saved =
                editor.send(PageForm.in(refused.body(), "/accounts/" + account).set("name", "نام تازه"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(api.get("/accounts/" + account).text("legalName")).isEqualTo("نام دیگری");
        assertThat(api.get("/accounts/" + account).text("name")).isEqualTo("نام تازه");
    }

    private String account() {
        return api.post("/accounts", "{\"name\": \"شرکت %s\", \"legalName\": \"قدیم\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
    }

    private static PageForm form(Visitor editor, String account) {
        return editor.form("/accounts/" + account + "/edit", "/accounts/" + account);
    }

    private String overwritten(String account, String mine) {
        return history(account).stream()
                .filter(change -> change.get(1).asString().equals(mine))
                .map(change -> change.get(0).asString())
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> history(String account) {
        return api.get("/accounts/" + account + "/changes?limit=200")
                .expect(200)
                .data()
                .valueStream()
                .map(change -> change.path("fields").path("legalName"))
                .filter(values -> values.size() == 2)
                .toList();
    }

    private static <T> List<T> together(int editors, IntFunction<T> work)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < editors; i++) {
                int number = i;
                running.add(threads.submit(() -> work.apply(number)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> each : running) {
                done.add(each.get());
            }
            return done;
        }
    }
}
