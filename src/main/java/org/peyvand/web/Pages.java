package org.peyvand.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::section).thenComparingInt(Place::position);

    private final Messages messages;
    private final Assets assets;
    private final List<Places> sources;

    Pages(Messages messages, Assets assets, List<Places> sources) {
        this.messages = messages;
        this.assets = assets;
        this.sources = sources;
    }

    public Page of(HttpServletRequest request) {
        Presentation presentation = Presentation.of(RequestContextUtils.getLocale(request));
        Reader reader = reader(request);
        return new Page(
                presentation,
                messages,
                assets,
                reader,
                reader == null ? List.of() : places(request, presentation),
                new Look(cookie(request, "theme"), cookie(request, "density")),
                request.getRequestURI().substring(request.getContextPath().length()),
                forgeryToken(request),
                note(request));
    }

    private List<Place> places(HttpServletRequest request, Presentation presentation) {
        return sources.stream()
                .flatMap(source -> source.of(request, presentation).stream())
                .sorted(ORDER)
                .toList();
    }

    private static @Nullable Reader reader(HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        return user == null ? null : new Reader(user.getName(), null);
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }

    /** Read before the first byte is written, because reading it may set its cookie. */
    private static String forgeryToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static @Nullable Note note(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(Note.ATTRIBUTE) instanceof Note note ? note : null;
    }
}
