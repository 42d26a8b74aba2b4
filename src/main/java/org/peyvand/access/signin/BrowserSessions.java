package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the sessions of people. */
@Component
public class BrowserSessions {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final SecurityContextRepository contexts;
    private final ChangeSessionIdAuthenticationStrategy newIds;
    private final CsrfAuthenticationStrategy newForgeryTokens;
    private final DSLContext sql;

    BrowserSessions(
            SecurityContextRepository contexts,
            ChangeSessionIdAuthenticationStrategy newIds,
            CsrfTokenRepository csrfTokens,
            DSLContext sql) {
        this.contexts = contexts;
        this.newIds = newIds;
        this.newForgeryTokens = new CsrfAuthenticationStrategy(csrfTokens);
        this.sql = sql;
    }

    /**
     * Lets somebody in who has proved who they are, under a new session id.
     *
     * @param remembered whether the session outlives the browser, for 30 days
     */
    public void begin(HttpServletRequest request, HttpServletResponse response, UUID user, boolean remembered) {
        Authentication authentication = new SignedIn(user, null).authentication();
        newIds.onAuthentication(authentication, request, response);
        newForgeryTokens.onAuthentication(authentication, request, response);
        if (remembered) {
            request.setAttribute(SessionConfiguration.REMEMBER, true);
            request.getSession().setMaxInactiveInterval((int) REMEMBERED.toSeconds());
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Ends the sessions of a user, but for one that may be kept. */
    public void end(UUID user, @Nullable String kept) {
        sql.execute(
                "delete from spring_session where principal_name = {0} and session_id is distinct from {1}",
                DSL.val(user.toString()), DSL.val(kept, String.class));
    }
}
