package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.LocaleResolver;

/** Tells Spring the language of the request. */
record RequestLocale(ObjectProvider<CurrentActor> current) implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return current.getObject().language();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen with ?lang=");
    }
}
