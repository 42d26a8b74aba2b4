package org.peyvand.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody with a session of their own who opens pages and sends their forms, without scripts; follows no redirect. */
public final class Visitor {

    private final TestProgram program;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Visitor(TestProgram program) {
        this.program = program;
    }

    public static Visitor signedIn(TestProgram program) {
        return signedIn(program, TestProgram.EMAIL, TestProgram.PASSWORD);
    }

    /** Fails when the two are not let in. */
    public static Visitor signedIn(TestProgram program, String email, String password) {
        Visitor visitor = new Visitor(program);
        PageForm form = visitor.form("/login?lang=en", "/login");
        HttpResponse<String> answer = visitor.send(form.set("username", email).set("password", password));
        if (answer.headers().firstValue("Location").orElse("/login").contains("/login")) {
            throw new AssertionError("not let in: " + answer.statusCode() + " " + answer.body());
        }
        return visitor;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").build());
    }

    /** As a script of a page asks, with a header of its own. */
    public HttpResponse<String> get(String path, String header, String value) {
        return send(request(path)
                .header("Accept", "text/html")
                .header(header, value)
                .build());
    }

    /** The form of a page that is sent to an address. */
    public PageForm form(String path, String action) {
        return PageForm.in(get(path).body(), action);
    }

    public HttpResponse<String> send(PageForm form) {
        return send(request(form.action())
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.encoded()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(program.url() + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
