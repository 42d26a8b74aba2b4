package org.peyvand.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import org.springframework.web.util.HtmlUtils;

/** The button of a list takes out what the list shows. */
class ExportingAListTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final Pattern BUTTON = Pattern.compile("href=\"(/exports\\?[^\"]+)\"");

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();
    private final Visitor visitor = Visitor.signedIn(PROGRAM);

    @Test
    void takesOutWhatIsFoundByWordsAlone() {
        String contacts = "{\"name\": \"%s " + mark + "\", \"jobTitle\": \"%s\"}";
        api.post("/contacts", contacts.formatted("نسرین", "مدیر")).expect(201);
        api.post("/contacts", contacts.formatted("نسرین", "کارشناس")).expect(201);
        api.post("/contacts", contacts.formatted("بهرام", "مدیر")).expect(201);
        String filter = "{\"field\":\"jobTitle\",\"op\":\"eq\",\"value\":\"مدیر\"}";

        String list = visitor.get("/contacts?q=" + encoded("نسرین " + mark) + "&filter=" + encoded(filter))
                .body();
        String file = exported(list);

        assertThat(file).contains("نسرین " + mark, "مدیر").doesNotContain("بهرام", "کارشناس");
        assertThat(file.lines()).hasSize(2);
        assertThat(visitor.get("/admin/exports").body()).contains("نسرین " + mark);
    }

    private String exported(String list) {
        Matcher button = BUTTON.matcher(list);
        assertThat(button.find()).as("a way to the export in the list").isTrue();
        PageForm form = visitor.form(HtmlUtils.htmlUnescape(button.group(1)), "/exports");
        String run = visitor.send(form.set("format", "csv"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String id = Objects.requireNonNull(run).replaceAll(".*/exports/", "");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        api.get("/exports/" + id).expect(200).text("status").equals("done"));
        return visitor.get("/exports/" + id + "/file").body();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
