package org.peyvand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestProgram;

class PagesTest {

    private static final Pattern SHEET = Pattern.compile("/assets/app-[0-9a-f]+\\.css");
    private static final TestProgram program = TestProgram.shared();

    @Test
    void signInPageSpeaksPersianUnlessAskedForEnglish() {
        assertThat(open("/login").body()).contains("<html lang=\"fa\" dir=\"rtl\"");
        assertThat(open("/login?lang=en").body()).contains("<html lang=\"en\" dir=\"ltr\"");
    }

    @Test
    void everyAnswerForbidsInlineScriptAndFraming() {
        HttpResponse<String> answer = open("/login");

        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void sheetIsServedPrecompressedForEver() {
        var sheet = SHEET.matcher(open("/login").body());
        assertThat(sheet.find()).isTrue();

        HttpResponse<String> answer = open(sheet.group(), "Accept-Encoding", "br, gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(open(sheet.group()).headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void dynamicPagesAreCompressed() {
        HttpResponse<String> answer = open("/login", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void telephonesMayPutItOnTheHomeScreen() {
        String manifest = open("/manifest.webmanifest", "Cookie", "lang=en").body();

        assertThat(manifest).contains("\"lang\":\"en\"", "\"display\":\"standalone\"", "\"start_url\":\"/\"");
        var icon = Pattern.compile("/assets/icons/icon-[^\"]+png").matcher(manifest);
        int icons = 0;
        for (; icon.find(); icons++) {
            HttpResponse<String> picture = open(icon.group());
            assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        }
        assertThat(icons).isEqualTo(3);
    }

    @Test
    void whoseSessionEndedSignsInAndComesBack() {
        HttpResponse<String> page = open("/accounts?q=pars");
        HttpResponse<String> part =
                open("/accounts/totals", "HX-Request", "true", "HX-Current-URL", program.url() + "/accounts?q=pars");
        HttpResponse<String> strange = open(
                "/accounts/totals", "HX-Request", "true", "HX-Current-URL", "https://elsewhere.example//evil.example/");

        assertThat(page.headers().firstValue("Location")).hasValue("/login?next=%2Faccounts%3Fq%3Dpars");
        assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/login?next=%2Faccounts%3Fq%3Dpars");
        assertThat(strange.headers().firstValue("HX-Redirect")).hasValue("/login");
    }

    @Test
    void refusedSignInSaysSoAndKeepsWhereOneWanted() {
        String html = open("/login?error&next=%2Faccounts").body();

        assertThat(html).contains("role=\"alert\"", "name=\"next\" value=\"/accounts\"");
    }

    private static HttpResponse<String> open(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(program.url() + path)).header("Accept", "text/html");
        for (int index = 0; index + 1 < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return program.send(request.build());
    }
}
