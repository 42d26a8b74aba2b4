package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Sends people who have not signed in to do so, and remembers where they wanted to go. */
@Component
class WebDenials implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn) {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", "/login" + next(pathOf(request.getHeader("HX-Current-URL"))));
            return;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "/login" + next(wanted(request)));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** The page that was asked for, or the one from which a form was sent. */
    private static String wanted(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return pathOf(request.getHeader("Referer"));
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String pathOf(@Nullable String url) {
        try {
            URI address = new URI(Objects.requireNonNullElse(url, ""));
            String query = address.getRawQuery();
            return LocalPath.of(query == null ? address.getRawPath() : address.getRawPath() + "?" + query);
        } catch (URISyntaxException _) {
            return LocalPath.HOME;
        }
    }

    private static String next(String path) {
        return path.equals(LocalPath.HOME) ? "" : "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
