package org.peyvand.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.peyvand.web.Page;
import org.peyvand.web.Pages;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page a person sees when a request came to nothing; not found and not allowed read the same. */
@Component
class ErrorPages implements ErrorViewResolver {

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Page page = status.is5xxServerError() ? pages.plain(request) : pages.of(request);
        return new ModelAndView("web/error", Map.of("page", page, "kind", kind(status)), status);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, FORBIDDEN -> "absent";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case TOO_MANY_REQUESTS -> "tooMany";
            default -> status.is4xxClientError() ? "request" : "failure";
        };
    }
}
