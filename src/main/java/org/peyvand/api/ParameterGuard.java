package org.peyvand.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.peyvand.record.Refusal;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that a call does not know. */
final class ParameterGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Parameters declared = method.getMethodAnnotation(Parameters.class);
            check(queryParameters(request), declared == null ? Set.of() : Set.of(declared.value()));
        }
        return true;
    }

    private static void check(Map<String, Integer> given, Set<String> known) {
        given.forEach((name, times) -> {
            if (!known.contains(name)) {
                throw Refusal.Malformed.about(name, "unknown-parameter", name);
            }
            if (times > 1) {
                throw Refusal.Malformed.about(name, "parameter-twice", name);
            }
        });
    }

    /** From the query string alone: the fields of a form are no query parameters. */
    private static Map<String, Integer> queryParameters(HttpServletRequest request) {
        Map<String, Integer> names = new java.util.LinkedHashMap<>();
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty()) {
                    names.merge(decoded(part.split("=", 2)[0]), 1, Integer::sum);
                }
            }
        }
        return names;
    }

    private static String decoded(String name) {
        try {
            return java.net.URLDecoder.decode(name, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal.Malformed("not-a-query");
        }
    }
}
