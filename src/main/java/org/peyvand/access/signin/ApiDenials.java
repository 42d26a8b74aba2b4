package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.peyvand.locale.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns programs away with a problem as RFC 9457 puts it, in their language. */
@Component
class ApiDenials {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Messages messages;
    private final RequestLanguage languages;
    private final JsonMapper json;

    ApiDenials(Messages messages, RequestLanguage languages, JsonMapper json) {
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in");
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        write(request, response, HttpServletResponse.SC_FORBIDDEN, "door-shut");
    }

    void absent(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        write(request, response, HttpServletResponse.SC_NOT_FOUND, "door-absent");
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, TOO_MANY_REQUESTS, "too-many-calls");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        Locale language = languages.of(request, null);
        var body = json.createObjectNode()
                .put("type", "urn:peyvand:problem:" + code)
                .put("title", messages.text(language, "access.title." + code))
                .put("status", status)
                .put("detail", messages.text(language, "problem." + code))
                .put("code", code);
        body.putArray("errors");
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", language.getLanguage());
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
