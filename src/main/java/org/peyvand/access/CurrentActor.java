package org.peyvand.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.Member;
import org.peyvand.access.permission.Members;
import org.peyvand.access.signin.RequestLanguage;
import org.peyvand.access.signin.SignedIn;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who calls in the present request, and how they read. Resolved once per request, by one statement at most. */
@Component
public class CurrentActor {

    private static final String ATTRIBUTE = CurrentActor.class.getName();

    private final Members members;
    private final RequestLanguage languages;

    CurrentActor(Members members, RequestLanguage languages) {
        this.members = members;
        this.languages = languages;
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return caller() != null;
    }

    /**
     * Whoever is signed in.
     *
     * @throws IllegalStateException when nobody is; such a request never reaches a method that requires it
     */
    public Actor actor() {
        Caller caller = caller();
        if (caller == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return caller.actor;
    }

    /** Whether the caller holds the administrator's role. */
    public boolean isAdministrator() {
        Caller caller = caller();
        return caller != null && caller.member.permissions().isAdministrator();
    }

    /** The language of this request: what was chosen for the visit, else the reader's own, else the installation's. */
    public Locale language() {
        Caller caller = caller();
        return languages.of(
                request(), caller == null ? null : caller.member.presentation().language());
    }

    /** How this reader sees dates, numbers and money, in the language of this request. */
    public Presentation presentation() {
        Caller caller = caller();
        Locale language = language();
        if (caller == null) {
            return Presentation.of(language).withZone(languages.zone());
        }
        Presentation own = caller.member.presentation();
        return own.language().getLanguage().equals(language.getLanguage())
                ? own
                : Presentation.of(language).withZone(own.zone());
    }

    /** The name of the caller, or empty when nobody is signed in. */
    public Optional<String> name() {
        return Optional.ofNullable(caller()).map(caller -> caller.member.name());
    }

    /** {@code system}, {@code light} or {@code dark}; empty when the reader has not chosen. */
    public Optional<String> theme() {
        return Optional.ofNullable(caller()).map(caller -> caller.member.theme());
    }

    /** {@code normal} or {@code compact}; empty when the reader has not chosen. */
    public Optional<String> density() {
        return Optional.ofNullable(caller()).map(caller -> caller.member.density());
    }

    private @Nullable Caller caller() {
        RequestAttributes attributes = RequestContextHolder.currentRequestAttributes();
        if (attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Caller known) {
            return known;
        }
        Caller caller = resolve();
        if (caller != null) {
            attributes.setAttribute(ATTRIBUTE, caller, RequestAttributes.SCOPE_REQUEST);
        }
        return caller;
    }

    private @Nullable Caller resolve() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return null;
        }
        UUID token = signedIn.token();
        Actor.Kind kind = token == null ? Actor.Kind.USER : Actor.Kind.TOKEN;
        return members.fresh(signedIn.user())
                .filter(Member::active)
                .map(member -> new Caller(member, member.actor(kind, token)))
                .orElse(null);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private record Caller(Member member, Actor actor) {}
}
