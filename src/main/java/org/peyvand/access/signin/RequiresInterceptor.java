package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Refusal;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks of every controller method of ours who may call it, and answers others as if there were no such page. */
class RequiresInterceptor implements HandlerInterceptor {

    private static final String OURS = "org.peyvand.";

    private final CurrentActor current;

    RequiresInterceptor(CurrentActor current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(method);
        }
        return true;
    }

    private void check(HandlerMethod method) {
        Requires requires = requires(method);
        if (requires == null) {
            throw new IllegalStateException(method.getShortLogMessage() + " does not say whom it requires");
        }
        boolean allowed = switch (requires.value()) {
            case PUBLIC -> true;
            case SIGNED_IN -> current.isSignedIn();
            case ADMINISTRATOR -> current.isAdministrator();
        };
        if (!allowed) {
            throw new Refusal.Forbidden("administrator-only");
        }
    }

    private static @Nullable Requires requires(HandlerMethod method) {
        Requires own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Requires.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class);
    }
}
