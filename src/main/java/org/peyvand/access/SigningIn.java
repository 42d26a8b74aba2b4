package org.peyvand.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.peyvand.access.signin.BrowserSessions;
import org.springframework.stereotype.Component;

/** Lets somebody in who has proved who they are otherwise than by a password, such as by a link of {@link Invitations}. */
@Component
public class SigningIn {

    private final BrowserSessions sessions;

    SigningIn(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    /** Begins a session under a new id. */
    public void letIn(UUID user, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, response, user, false);
    }
}
