package org.peyvand.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Requests that the server or the firewall refuse by a bare status, such as a broken path or an unknown method, never reach
 * the dispatcher; below {@code /api} they are answered with a problem all the same.
 */
@Configuration(proxyBeanMethods = false)
class BareErrors {

    private static final String API = "/api";

    @Bean
    FilterRegistrationBean<Dispatched> dispatchedErrors(ApiProblems problems) {
        FilterRegistrationBean<Dispatched> registration = new FilterRegistrationBean<>(new Dispatched(problems));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        registration.setOrder(Integer.MIN_VALUE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests(ApiProblems problems) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Unreadable(problems)));
    }

    private static boolean isApi(@Nullable Object path) {
        return path instanceof String address && (address.equals(API) || address.startsWith(API + "/"));
    }

    /** Answers errors that the server would let the error page show. */
    static final class Dispatched extends OncePerRequestFilter {

        private final ApiProblems problems;

        Dispatched(ApiProblems problems) {
            this.problems = problems;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (isApi(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
                int status = response.getStatus();
                boolean unknownMethod = status == 400 && !isKnown(request.getAttribute(RequestDispatcher.ERROR_METHOD));
                problems.answer(request, response, unknownMethod ? 405 : status);
            } else {
                chain.doFilter(request, response);
            }
        }

        private static boolean isKnown(@Nullable Object method) {
            for (HttpMethod known : HttpMethod.values()) {
                if (known.name().equals(method)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Answers requests of which the server could not even read the address or the headers. */
    private static final class Unreadable extends ErrorReportValve {

        private final ApiProblems problems;

        Unreadable(ApiProblems problems) {
            this.problems = problems;
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            String address = request.getRequestURI();
            if (address != null && !isApi(address)) {
                super.report(request, response, cause);
            } else if (response.getStatus() >= 400
                    && response.getContentWritten() == 0
                    && response.setErrorReported()) {
                try {
                    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                    response.getOutputStream().write(problems.bare(response.getStatus(), Locale.ENGLISH));
                    response.finishResponse();
                } catch (IOException | IllegalStateException gone) {
                    container.getLogger().debug("the caller went away before the answer", gone);
                }
            }
        }
    }
}
