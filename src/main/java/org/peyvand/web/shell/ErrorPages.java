package org.peyvand.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.peyvand.web.Page;
import org.peyvand.web.Pages;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page a person sees when a request came to nothing, with what to do about it. A form that met an outage comes back on
 * it with everything that was typed, to be sent again.
 */
@Component
class ErrorPages implements ErrorViewResolver {

    private static final Pattern SECRET = Pattern.compile("(?i)password|present|secret|token$");

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Page page = status.is5xxServerError() ? pages.plain(request) : pages.of(request);
        return new ModelAndView(
                "web/error", Map.of("page", page, "kind", kind(status), "again", again(request)), status);
    }

    private static Again again(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean form = "POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))
                && String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (path == null) {
            return Again.NOTHING;
        }
        List<Again.Hidden> typed = new ArrayList<>();
        if (form) {
            request.getParameterMap().forEach((name, values) -> {
                for (String value : SECRET.matcher(name).find() ? new String[0] : values) {
                    typed.add(new Again.Hidden(name, value));
                }
            });
        }
        return new Again(path.toString(), form, typed);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "absent";
            case FORBIDDEN -> "forbidden";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case TOO_MANY_REQUESTS -> "tooMany";
            default -> status.is4xxClientError() ? "request" : "failure";
        };
    }
}
