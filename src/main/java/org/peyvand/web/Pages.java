package org.peyvand.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.notice.Notices;
import org.peyvand.setting.Settings;
import org.springframework.beans.factory.ObjectProvider;
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
    private final CurrentActor current;
    private final Settings settings;
    private final Notices notices;
    private final ObjectProvider<Places> sources;

    Pages(
            Messages messages,
            Assets assets,
            CurrentActor current,
            Settings settings,
            Notices notices,
            ObjectProvider<Places> sources) {
        this.messages = messages;
        this.assets = assets;
        this.current = current;
        this.settings = settings;
        this.notices = notices;
        this.sources = sources;
    }

    public Page of(HttpServletRequest request) {
        Presentation presentation = current.presentation();
        Reader reader = current.name()
                .map(name -> new Reader(name, null, () -> notices.unread(current.actor())))
                .orElse(null);
        return new Page(
                presentation,
                messages,
                assets,
                reader,
                reader == null || isFragment(request) ? List.of() : places(request, presentation),
                look(request),
                path(request),
                forgeryToken(request),
                note(request),
                request.getHeader("Peyvand-Frame"));
    }

    /** Only whole pages have a side bar around them; asking for its places may cost statements. */
    private static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** A page that asks the database nothing, for when something broke. */
    public Page plain(HttpServletRequest request) {
        Locale language = cookie(request, "lang")
                .filter(value -> value.equals("fa") || value.equals("en"))
                .map(Locale::of)
                .orElse(settings.locale());
        Look look = new Look(cookie(request, "theme").orElse(""), "normal");
        return new Page(
                Presentation.of(language), messages, assets, null, List.of(), look, path(request), "", null, null);
    }

    /** As the reader likes it, wherever they sign in; who is not signed in sees the theme of whoever was last. */
    private Look look(HttpServletRequest request) {
        return current.name().isPresent()
                ? new Look(current.theme().orElse(""), current.density().orElse(""))
                : new Look(cookie(request, "theme").orElse(""), "");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The places of the reader, named in the language of the presentation. */
    public List<Place> places(HttpServletRequest request, Presentation presentation) {
        return sources.orderedStream()
                .flatMap(source -> source.of(request, presentation).stream())
                .sorted(ORDER)
                .toList();
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
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
