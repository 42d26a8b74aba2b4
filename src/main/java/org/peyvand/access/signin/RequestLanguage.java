package org.peyvand.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * In which language a request is answered. On the pages: {@code ?lang=} and from then on its cookie, else the reader's own,
 * else the installation's. To programs: {@code Accept-Language}, else the installation's.
 */
@Component
public class RequestLanguage {

    static final String PARAMETER = "lang";
    private static final List<Locale> KNOWN = List.of(Locale.of("fa"), Locale.ENGLISH);

    private final Settings settings;

    RequestLanguage(Settings settings) {
        this.settings = settings;
    }

    public Locale of(HttpServletRequest request, @Nullable Locale own) {
        if (Doors.isApi(request)) {
            return accepted(request).orElse(settings.locale());
        }
        return chosen(request)
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, PARAMETER))
                        .map(Cookie::getValue)
                        .flatMap(RequestLanguage::known))
                .orElse(own == null ? settings.locale() : own);
    }

    /** The time zone of whoever has not chosen one. */
    public ZoneId zone() {
        return settings.timeZone();
    }

    static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(RequestLanguage::known);
    }

    private static Optional<Locale> known(String language) {
        return KNOWN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<Locale> accepted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        try {
            return header == null
                    ? Optional.empty()
                    : Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), KNOWN));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
