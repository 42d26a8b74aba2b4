package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.peyvand.access.ForgottenPasswords;
import org.peyvand.access.Requires;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers the form of who forgot their password: the same, and in the same time, for every address. */
@Controller
class ForgottenDoor {

    private static final int LONGEST = 254;

    private final Throttle throttle;
    private final ForgottenPasswords forgotten;

    ForgottenDoor(Throttle throttle, ForgottenPasswords forgotten) {
        this.throttle = throttle;
        this.forgotten = forgotten;
    }

    @PostMapping("/forgotten")
    @Requires(Requires.Permission.PUBLIC)
    void ask(@RequestParam(defaultValue = "") String username, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (looksLikeAnAddress(username)) {
            Duration wait = throttle.takeForgotten(username, request.getRemoteAddr());
            if (!wait.isZero()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                return;
            }
            if (forgotten.isOpen()) {
                forgotten.ask(username);
            }
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/forgotten?asked");
    }

    private static boolean looksLikeAnAddress(String text) {
        return text.length() <= LONGEST && text.strip().matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    }
}
