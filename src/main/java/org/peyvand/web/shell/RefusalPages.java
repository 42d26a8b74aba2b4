package org.peyvand.web.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.peyvand.record.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The one place that says which status a refused page has; what a form can correct is answered by the form itself. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalPages {

    @ExceptionHandler
    void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
        HttpStatus status = switch (refusal) {
            case Refusal.Malformed _, Refusal.TooSlow _ -> HttpStatus.BAD_REQUEST;
            case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
            case Refusal.Forbidden _ -> HttpStatus.FORBIDDEN;
            case Refusal.Invalid _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Refusal.Conflict _ -> HttpStatus.CONFLICT;
            case Refusal.Stale _ -> HttpStatus.PRECONDITION_FAILED;
        };
        response.sendError(status.value());
    }
}
