package org.peyvand.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Outages;
import org.peyvand.locale.Messages;
import org.peyvand.record.Refusal;
import org.peyvand.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where whatever went wrong in a call of the API becomes an answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiProblems implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private static final Locale PERSIAN = Locale.of("fa");

    private final Messages messages;
    private final Settings settings;

    ApiProblems(Messages messages, Settings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        if (failure instanceof AsyncRequestNotUsableException) {
            LOG.debug("the caller went away from a stream", failure);
            return new ModelAndView();
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
        write(request, response, problem(request, failure));
        return new ModelAndView();
    }

    private static ApiProblem problem(HttpServletRequest request, Exception failure) {
        return switch (failure) {
            case Refusal refusal -> ApiProblem.of(refusal);
            case ApiJson.TooLarge tooLarge -> ApiProblem.of(413, "body-too-large");
            case RecordWritesController.VersionRequired none -> ApiProblem.of(428, "version-required");
            case MaxUploadSizeExceededException tooLarge -> ApiProblem.of(413, "body-too-large");
            case NoHandlerFoundException none -> ApiProblem.of(404, "not-found");
            case NoResourceFoundException none -> ApiProblem.of(404, "not-found");
            case HttpRequestMethodNotSupportedException method ->
                ApiProblem.of(405, "method-not-allowed", String.valueOf(method.getMethod()));
            case HttpMediaTypeNotAcceptableException media -> ApiProblem.of(406, "not-acceptable");
            case InvalidMimeTypeException media -> ApiProblem.of(415, "media-type");
            case InvalidMediaTypeException media -> ApiProblem.of(415, "media-type");
            case InvalidParameterException query -> ApiProblem.of(400, "not-a-query");
            case HttpMediaTypeNotSupportedException media -> ApiProblem.of(415, "media-type");
            case MissingServletRequestPartException part ->
                ApiProblem.of(400, "missing-part", part.getRequestPartName());
            case ServletRequestBindingException binding -> ApiProblem.of(400, "bad-request");
            case MethodArgumentTypeMismatchException mismatch
            when mismatch.getParameter()
                    .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class) ->
                ApiProblem.of(404, "not-found");
            case MethodArgumentTypeMismatchException mismatch ->
                ApiProblem.of(400, "bad-parameter", mismatch.getName());
            case MultipartException multipart -> ApiProblem.of(400, "bad-request");
            case Exception overload when Outages.isOverload(overload) -> ApiProblem.of(503, "busy");
            case Exception outage when Outages.isCausedBy(outage) -> ApiProblem.of(503, "database-away");
            case Exception bug -> {
                LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), bug);
                yield ApiProblem.of(500, "internal");
            }
        };
    }

    /** Answers what the server or the firewall refused by a bare status, before any call was reached. */
    void answer(HttpServletRequest request, HttpServletResponse response, int status) {
        write(request, response, ApiProblem.ofStatus(status));
    }

    /** The same where there is not even a request that could be trusted. */
    byte[] bare(int status, Locale language) {
        return ApiProblem.ofStatus(status).json(messages, language).toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ApiProblem problem) {
        try {
            response.resetBuffer();
            response.setStatus(problem.status());
            problem.headers().forEach(response::setHeader);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(problem.json(messages, language(request)).toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("the caller went away before the answer", gone);
        }
    }

    /** The first of our languages that the caller accepts, else that of the installation. */
    private Locale language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
            for (Locale preferred : Collections.list(request.getLocales())) {
                if (preferred.getLanguage().equals("fa")) {
                    return PERSIAN;
                }
                if (preferred.getLanguage().equals("en")) {
                    return Locale.ENGLISH;
                }
            }
        }
        return settings.locale();
    }
}
