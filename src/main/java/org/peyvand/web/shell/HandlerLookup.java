package org.peyvand.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the method that answers a path. Spring asks each of some hundred methods whose path holds a variable for its verb, its
 * headers and at last its path, and each of them asks the request behind all its wrappers; here most are known by the beginning
 * of their path not to be it.
 */
final class HandlerLookup extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        return super.lookupHandlerMethod(path, isPlain(path) ? new Asked(request, path) : request);
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        return request instanceof Asked asked
                        && !asked.path.startsWith(beginnings.computeIfAbsent(info, HandlerLookup::beginning))
                ? null
                : super.getMatchingMapping(info, request);
    }

    /** Written otherwise, the same path need not begin with the same letters. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
    }

    /** What all paths of a mapping begin with. */
    private static String beginning(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .map(HandlerLookup::beginning)
                .reduce(HandlerLookup::common)
                .orElse("");
    }

    static String beginning(String pattern) {
        int end = 0;
        while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        // A path may also end before the slash of a variable that may be absent.
        return end < pattern.length() && end > 0 && pattern.charAt(end - 1) == '/'
                ? pattern.substring(0, end - 1)
                : pattern.substring(0, end);
    }

    private static String common(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return one.substring(0, end);
    }

    /** A request as it was, with what each method asks of it at hand. */
    private static final class Asked extends HttpServletRequestWrapper {

        private final String path;
        private final String method;

        Asked(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
            this.method = request.getMethod();
        }

        @Override
        public String getMethod() {
            return method;
        }
    }
}
