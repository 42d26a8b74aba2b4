package org.peyvand.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.peyvand.setting.CallLimit;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one program from taking the API away from the others. It counts per user, or per address for those without a valid
 * token, in the memory of this node: a call costs no statement, and N nodes behind a load balancer let N times as many pass.
 */
@Component
class CallThrottle extends OncePerRequestFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int STRANGERS_SHARE = 10;

    private final CallLimit limit;
    private final ApiDenials denials;
    private final LeakyBuckets users;
    private final LeakyBuckets strangers;

    CallThrottle(CallLimit limit, ApiDenials denials) {
        this.limit = limit;
        this.denials = denials;
        this.users = new LeakyBuckets(Math.max(1, limit.perMinute()), WINDOW);
        this.strangers = new LeakyBuckets(Math.max(1, limit.perMinute() / STRANGERS_SHARE), WINDOW);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return limit.perMinute() == 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String user = caller != null && caller.getPrincipal() instanceof SignedIn ? caller.getName() : null;
        LeakyBuckets buckets = user == null ? strangers : users;
        LeakyBuckets.Drop drop = buckets.take(user == null ? request.getRemoteAddr() : user, System.nanoTime());
        response.setHeader("RateLimit-Limit", Integer.toString(buckets.size()));
        response.setHeader("RateLimit-Remaining", Long.toString(drop.left()));
        response.setHeader("RateLimit-Reset", Long.toString(seconds(drop.untilEmpty())));
        if (drop.taken()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", Long.toString(Math.max(1, seconds(drop.pause()))));
            denials.tooMany(request, response);
        }
    }

    private static long seconds(Duration duration) {
        return duration.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
