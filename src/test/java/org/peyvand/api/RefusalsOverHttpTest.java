package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.RawHttp;
import org.peyvand.testing.TestProgram;

/** Every "no" has its status and is a problem as RFC 9457 puts it, whoever refused: a call, the firewall or the server. */
class RefusalsOverHttpTest {

    private final TestProgram program = TestProgram.shared();
    private final Api api = Api.of(program);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /accounts?limit=0                | 400 | limit",
                "GET    | /accounts?limit=201              | 400 | limit",
                "GET    | /accounts?deleted=yes            | 400 | deleted",
                "GET    | /accounts?after=x                | 400 | after",
                "GET    | /accounts?fields=nothing         | 400 | fields",
                "GET    | /accounts?nothing=1              | 400 | nothing",
                "GET    | /accounts?limit=1&limit=2        | 400 | limit",
                "GET    | /accounts/groups?by=name:decade  | 400 | by",
                "GET    | /accounts/groups?measures=median | 400 | measures",
                "GET    | /search                          | 400 | q",
                "GET    | /search?q=x&types=nothing        | 400 | types",
                "GET    | /nothing                         | 404 |",
                "GET    | /accounts/x                      | 404 |",
                "DELETE | /accounts                        | 405 |",
                "TRACE  | /accounts                        | 405 |",
                "BREW   | /accounts                        | 405 |",
                "GET    | /accounts/../x                   | 400 |",
                "GET    | /accounts;x=1                    | 400 |",
                "GET    | //accounts                       | 400 |",
            })
    void namesTheStatusAndTheParameter(String method, String path, int status, String field) {
        String answer = RawHttp.send(
                program,
                method + " /api/v1" + path,
                "Authorization: Bearer " + TestProgram.TOKEN,
                "Accept-Language: en");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase("application/problem+json");
        assertThat(answer).contains("\"code\":", "\"errors\":[").doesNotContain("⟦", "Exception");
        if (field != null) {
            assertThat(answer).contains("\"errors\":[{\"field\":\"" + field + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts/%zz", "/accounts/%00", "/accounts/%2f", "/accounts?q=%zz", "/accounts?q=%ff%fe"})
    void answersAddressesThatCannotBeReadWithAProblem(String path) {
        String answer = RawHttp.send(program, "GET /api/v1" + path, "Authorization: Bearer " + TestProgram.TOKEN);

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "a/b/c;;;=",
                "text/plain",
                "*/*",
                "application/*",
                "application/json;charset=nope",
                "application/json;charset=ISO-8859-1",
                "application/x-www-form-urlencoded"
            })
    void takesBodiesInJsonAlone(String type) {
        assertThat(api.with("Content-Type", type)
                        .post("/accounts", "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{} {}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":NaN}",
                "\u0000{}"
            })
    void refusesWhatIsNoObject(String body) {
        Answer refused = api.post("/accounts", body).expect(400);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void readsNoOtherEncodingThanUtf8() {
        String head = "POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + TestProgram.TOKEN + "\r\nContent-Type: application/json\r\nContent-Length: ";
        byte[] wide = "{\"name\":\"wide\"}".getBytes(StandardCharsets.UTF_16);

        byte[] start = (head + wide.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = java.util.Arrays.copyOf(start, start.length + wide.length);
        System.arraycopy(wide, 0, request, start.length, wide.length);

        assertThat(RawHttp.send(program, request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void takesFiltersOf200TermsInPersian() {
        String term = "{\"field\": \"name\", \"op\": \"contains\", \"value\": \"پخش سراسری البرز\"}";
        String most = "{\"or\": [" + (term + ", ").repeat(199) + term + "]}";
        String tooMany = "{\"or\": [" + (term + ", ").repeat(200) + term + "]}";

        api.get("/accounts?limit=1", "filter", most).expect(200);
        assertThat(api.get("/accounts?limit=1", "filter", tooMany).expect(400).text("code"))
                .isEqualTo("too-many-terms");
    }

    @Test
    void takesFiltersTypedAsTheyAre() {
        String answer = RawHttp.send(
                program,
                "GET /api/v1/accounts?limit=1&filter={\"field\":\"name\",\"op\":\"in\",\"value\":[\"a|b\"]}",
                "Authorization: Bearer " + TestProgram.TOKEN);

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void saysNothingOfTypesAndRecordsToWhoIsNotSignedIn() {
        Api nobody = Api.of(program, "x".repeat(40));

        for (String path : new String[] {"/accounts", "/nothing", "/accounts/" + UUID.randomUUID(), "/openapi.json"}) {
            Answer refused = nobody.get(path).expect(401);
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
    }
}
