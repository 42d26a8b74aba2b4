package org.peyvand.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A form may be sent to an address that is no page, and comes back from there when it is refused. Whoever then reads that
 * address, by changing the language or from the history of the browser, is led to the page that the form belongs to: the
 * nearest above that can be read.
 */
@Component
@Order(-1)
final class FormAddresses implements HandlerExceptionResolver {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FormAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean page = request.getMethod().equals("GET") && request.getHeader("HX-Request") == null;
        if (!page || !isOfAForm(failure)) {
            return null;
        }
        return above(request.getRequestURI())
                .map(address -> {
                    String query = request.getQueryString();
                    response.setStatus(HttpServletResponse.SC_FOUND);
                    response.setHeader(HttpHeaders.LOCATION, query == null ? address : address + "?" + query);
                    return new ModelAndView();
                })
                .orElse(null);
    }

    /** No page has the address, or one would but for a word of it that is no id of a record. */
    private static boolean isOfAForm(Exception failure) {
        return failure instanceof HttpRequestMethodNotSupportedException
                || failure instanceof MethodArgumentTypeMismatchException;
    }

    /** The page over the address of a form; empty when no form is sent there, or to the page itself. */
    private Optional<String> above(String address) {
        PathContainer path = PathContainer.parsePath(address);
        Set<String> pages =
                patterns(RequestMethod.GET).map(PathPattern::getPatternString).collect(Collectors.toSet());
        return patterns(RequestMethod.POST)
                .filter(pattern -> pattern.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(PathPattern::getPatternString)
                .filter(form -> !pages.contains(form))
                .map(form -> beginning(address, steps(form, pages)));
    }

    /** How many parts of the address of a form make that of its page. */
    private static int steps(String form, Set<String> pages) {
        String above = form;
        while (!above.isEmpty() && !pages.contains(above)) {
            above = above.substring(0, above.lastIndexOf('/'));
        }
        return (int) above.chars().filter(c -> c == '/').count();
    }

    private static String beginning(String address, int steps) {
        return steps == 0 ? "/" : address.replaceFirst("^((?:/[^/]*){" + steps + "}).*", "$1");
    }

    private Stream<PathPattern> patterns(RequestMethod method) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().contains(method))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .flatMap(condition -> condition == null ? Stream.empty() : condition.getPatterns().stream());
    }
}
