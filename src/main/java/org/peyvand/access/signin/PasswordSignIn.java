package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers the form of the sign-in page. */
@Controller
class PasswordSignIn {

    private final Throttle throttle;
    private final Passwords passwords;
    private final BrowserSessions sessions;

    PasswordSignIn(Throttle throttle, Passwords passwords, BrowserSessions sessions) {
        this.throttle = throttle;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @PostMapping("/login")
    @Requires(Requires.Permission.PUBLIC)
    void enter(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "remember-me", defaultValue = "false") boolean remembered,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Duration wait = throttle.take(username, request.getRemoteAddr());
        if (!wait.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        Optional<UUID> user = passwords.check(username, password);
        if (user.isPresent()) {
            throttle.succeeded(username, request.getRemoteAddr());
            sessions.begin(request, response, user.get(), remembered);
        }
        see(response, user.isPresent() ? LocalPath.of(next) : refused(next));
    }

    private static String refused(@Nullable String next) {
        String path = LocalPath.of(next);
        return path.equals(LocalPath.HOME)
                ? "/login?error"
                : "/login?error&next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static void see(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
