package org.peyvand.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.peyvand.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole program on a port of its own, with one administrator; shared by the tests of this module. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class AccessOverHttp {

    static final String ADMIN = "modir@example.ir";
    static final String PASSWORD = "saffron and rice";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("PEYVAND_DATABASE_URL", DATABASE::jdbcUrl);
        registry.add("PEYVAND_ADMIN_EMAIL", () -> ADMIN);
        registry.add("PEYVAND_ADMIN_PASSWORD", () -> PASSWORD);
        registry.add("PEYVAND_ADMIN_TOKEN", () -> TOKEN);
    }

    Browser browser() {
        return new Browser();
    }

    HttpResponse<String> api(String path, String token) throws IOException, InterruptedException {
        var request = request(path).header("Authorization", "Bearer " + token).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** Keeps cookies and follows no redirect. */
    final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(request(path).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Posts a form with the token against forgery that the sign-in page gave. */
        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            if (cookie("XSRF-TOKEN").isEmpty()) {
                get("/login");
            }
            return http.send(
                    form(path, fields)
                            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> forge(String path, Map<String, String> fields) throws IOException, InterruptedException {
            return http.send(form(path, fields).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(String email, String password) throws IOException, InterruptedException {
            return post("/login", Map.of("username", email, "password", password));
        }

        boolean isSignedIn() throws IOException, InterruptedException {
            var answer = get("/settings");
            return answer.statusCode() == 200;
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        void plant(String name, String value) {
            var cookie = new java.net.HttpCookie(name, value);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(URI.create("http://127.0.0.1:" + port + "/"), cookie);
        }

        private HttpRequest.Builder form(String path, Map<String, String> fields) {
            var body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
    }
}
