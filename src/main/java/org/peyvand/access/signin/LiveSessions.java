package org.peyvand.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import org.peyvand.access.permission.Member;
import org.peyvand.access.permission.Members;
import org.peyvand.setting.Settings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a session live only as long as its user may come in, and remembers the language chosen for the visit. */
@Component
class LiveSessions extends OncePerRequestFilter {

    private final Members members;
    private final Settings settings;

    LiveSessions(Members members, Settings settings) {
        this.members = members;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestLanguage.chosen(request).ifPresent(language -> response.addCookie(cookie(language)));
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && members.fresh(signedIn.user()).filter(Member::active).isEmpty()) {
            end(request);
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private Cookie cookie(Locale language) {
        Cookie cookie = new Cookie(RequestLanguage.PARAMETER, language.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(SecurityConfiguration.isSecure(settings));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
