package org.peyvand.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 with {@code Retry-After} when the database is away, or all connections to it are taken, whoever notices it
 * first: sessions and sign-in are read before any controller is reached.
 */
final class OutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);

    private static final String PROBLEM = """
            {"type":"about:blank","title":"%s","status":503,"detail":"%s","code":"%s","errors":[]}""";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || !Outages.isCausedBy(e)) {
                throw e;
            }
            boolean isBusy = Outages.isOverload(e);
            log.warn(
                    "{}: {}",
                    isBusy ? "All connections are taken" : "The database is away",
                    Objects.toString(e.getMessage(), "").lines().findFirst().orElse(""));
            answer(request, response, isBusy);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, boolean isBusy)
            throws IOException {
        var language = request.getLocales().asIterator().next().getLanguage().equals("en") ? "en" : "fa";
        var texts = ResourceBundle.getBundle(
                "messages.database",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var what = isBusy ? "database.busy" : "database.outage";
        var title = texts.getString(what + ".title");
        var detail = texts.getString(what + ".detail");
        var isApi = request.getRequestURI().startsWith("/api/");
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", String.valueOf(Outages.RETRY_AFTER_SECONDS));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
        response.setContentType(isApi ? "application/problem+json" : "text/html");
        var body = isApi
                ? PROBLEM.formatted(title, detail, isBusy ? "busy" : "database-away")
                : OutagePage.of(request, language, texts, what);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
