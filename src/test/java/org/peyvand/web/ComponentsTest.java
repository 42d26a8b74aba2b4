package org.peyvand.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.web.shell.Again;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

class ComponentsTest {

    private static final Messages MESSAGES = new Messages();
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void livingPageHasEveryWordAndNoInlineCode(String language) throws IOException {
        String html = render("web/design.jte", Map.of("page", page(language)));

        assertThat(html.strip()).startsWith("<!doctype html>").doesNotContain("⟦", " style=", "onclick=", "<script>");
        assertThat(html).contains("<html lang=\"" + language + "\" dir=\"" + (language.equals("fa") ? "rtl" : "ltr"));
        keep("design-" + language, html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa", "en"})
    void signInPageAsksForUserAndPassword(String language) throws IOException {
        String html = render("web/login.jte", Map.of("page", page(language), "problem", true, "left", false));

        assertThat(html).contains("name=\"username\"", "name=\"password\"", "name=\"_csrf\" value=\"token\"");
        assertThat(html).doesNotContain("⟦", " style=");
        keep("login-" + language, html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "forbidden", "request", "tooMany", "unavailable", "failure"})
    void everyErrorSaysWhatToDo(String kind) throws IOException {
        String html = render("web/error.jte", Map.of("page", page("fa"), "kind", kind));

        assertThat(html).doesNotContain("⟦");
        keep("error-" + kind, html);
    }

    @Test
    void outageGivesBackWhatWasTypedToBeSentAgain() {
        var typed = new Again("/accounts", true, List.of(new Again.Hidden("name", "<پارس>")));

        String html = render("web/error.jte", Map.of("page", page("fa"), "kind", "unavailable", "again", typed));

        assertThat(html).contains("<form method=\"post\" action=\"/accounts\">", "value=\"&lt;پارس>\"");
    }

    @Test
    void userTextIsEscapedAndIsolated() {
        String html = render("web/tag.jte", Map.of("page", page("fa"), "label", "<b>شرکت</b>"));

        assertThat(html).contains("<bdi>&lt;b&gt;شرکت&lt;/b&gt;</bdi>");
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(MESSAGES.keys(Locale.of("fa"))).isEqualTo(MESSAGES.keys(Locale.of("en")));
    }

    private static String render(String template, Map<String, Object> model) {
        var output = new StringOutput();
        ENGINE.render(template, model, output);
        return output.toString();
    }

    /** The pages are left behind for whoever wants to look at them. */
    private static void keep(String name, String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/pages"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    private static Page page(String language) {
        Presentation presentation = Presentation.of(Locale.of(language));
        return new Page(
                presentation,
                MESSAGES,
                new Assets(new ResourceUrlProvider()),
                new Reader("نگار کریمی", null),
                SamplePlaces.of(presentation),
                new Look("system", "normal"),
                "/admin/design",
                "token",
                null,
                null);
    }
}
