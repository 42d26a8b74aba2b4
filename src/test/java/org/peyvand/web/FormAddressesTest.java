package org.peyvand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.testing.PageForm;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever reads an address that forms are sent to comes to the page that the form belongs to. */
@Tag("database")
class FormAddressesTest {

    private static final TestProgram program = TestProgram.shared();
    private static final Pattern OTHER_LANGUAGE = Pattern.compile("href=\"(\\?lang=fa)\"");

    private final Visitor visitor = Visitor.signedIn(program);

    @ParameterizedTest
    @CsvSource(textBlock = """
            /admin/work-time, /admin/work-time/holidays, day, 1405/13/40, /admin/work-time
            /admin/fields?type=contacts, /admin/fields/contacts, english, '', /admin/fields?type=contacts
            /settings, /settings/tokens, name, a program, /settings
            """)
    void aFormThatCameBackIsReadInTheOtherLanguage(String page, String form, String field, String typed, String home) {
        HttpResponse<String> answer = visitor.send(visitor.form(page, form).set(field, typed));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 422);
        var link = OTHER_LANGUAGE.matcher(answer.body());
        assertThat(link.find()).isTrue();

        HttpResponse<String> led =
                visitor.get(URI.create(form).resolve(form + link.group(1)).toString());

        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(path(led).replaceFirst("\\?lang=fa$", "")).isEqualTo(home);
        HttpResponse<String> shown = visitor.get(path(led));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("<html lang=\"fa\" dir=\"rtl\"");
        assertThat(PageForm.in(shown.body(), form).has(field)).isTrue();
    }

    /** Made from what the program itself takes, so that a new form is in it. */
    @Test
    void noAddressOfAFormIsAnErrorToRead() {
        Set<String> read = patterns(RequestMethod.GET);
        Map<String, String> wrong = new TreeMap<>();
        Set<String> forms = patterns(RequestMethod.POST).stream()
                .filter(pattern -> !read.contains(pattern))
                .collect(Collectors.toSet());
        for (String form : forms) {
            HttpResponse<String> answer = visitor.get(filled(form));
            if (answer.statusCode() != 302 || !read.contains(pattern(form, path(answer)))) {
                wrong.put(form, answer.statusCode() + " " + path(answer));
            }
        }

        assertThat(forms)
                .contains("/settings/look", "/admin/work-time/sites/{id}")
                .hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNoAddressOfAFormStaysAnError() {
        assertThat(visitor.get("/admin/users/nobody").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/exports/nothing").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/nothing/at/all").statusCode()).isEqualTo(404);
    }

    @Test
    void partsOfPagesAreNotLedAway() {
        assertThat(visitor.get("/settings/look", "HX-Request", "true").statusCode())
                .isEqualTo(405);
    }

    private static Set<String> patterns(RequestMethod method) {
        return program
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/"))
                .collect(Collectors.toSet());
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{type(:(?:[^{}]|\\{[^}]*})*)?}", "accounts")
                .replaceAll(
                        "\\{\\w+(:(?:[^{}]|\\{[^}]*})*)?}", UUID.randomUUID().toString());
    }

    /** The beginning of the pattern of a form that has as many parts as the address. */
    private static String pattern(String form, String address) {
        int parts = address.equals("/") ? 0 : address.split("/").length;
        return parts == 0
                ? "/"
                : Pattern.compile("/").splitAsStream(form).limit(parts).collect(Collectors.joining("/"));
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]*", "");
    }
}
