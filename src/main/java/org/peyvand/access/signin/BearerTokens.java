package org.peyvand.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in that brings a valid token in {@code Authorization: Bearer}. */
@Component
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenLookup tokens;

    BearerTokens(TokenLookup tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            tokens.find(header.substring(SCHEME.length()).strip()).ifPresent(BearerTokens::letIn);
        }
        chain.doFilter(request, response);
    }

    private static void letIn(SignedIn signedIn) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn.authentication());
        SecurityContextHolder.setContext(context);
    }
}
