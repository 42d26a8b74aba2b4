package org.peyvand.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Whatever path is asked for, the same method answers as without the shorter way. */
class HandlerLookupTest {

    private static final List<String> PATTERNS = List.of(
            "/accounts",
            "/accounts/{id}",
            "/accounts/{id}/notes",
            "/{plural}/{id}",
            "/{plural}/new",
            "/api/v1/{type}",
            "/api/v1/{type}/{id}",
            "/api/v1/users/me",
            "/assets/**",
            "/files/{*rest}",
            "/a?c");

    private final RequestMappingHandlerMapping usual = filled(new RequestMappingHandlerMapping());
    private final RequestMappingHandlerMapping quick = filled(new HandlerLookup());

    @ParameterizedTest
    @CsvSource({
        "/accounts, /accounts",
        "/accounts/1, /accounts/{id}",
        "/accounts/1/notes, /accounts/{id}/notes",
        "/accounts/new, /accounts/{id}",
        "/contacts/1, /{plural}/{id}",
        "/contacts/new, /{plural}/new",
        "/api/v1/contacts, /api/v1/{type}",
        "/api/v1/users/me, /api/v1/users/me",
        "/api/v1/users/1, /api/v1/{type}/{id}",
        "/assets, /assets/**",
        "/assets/js/app.js, /assets/**",
        "/files, /files/{*rest}",
        "/files/a/b, /files/{*rest}",
        "/abc, /a?c",
        "/%61ccounts, /accounts",
        "/accounts/1;x=y, /accounts/{id}",
        "/accounts;x=y/1, /accounts/{id}",
        "/accounts/1/notes/2, ",
        "/absent, ",
        "/, ",
    })
    void findsWhatSpringFinds(String path, String pattern) throws Exception {
        assertThat(found(usual, path)).isEqualTo(pattern);
        assertThat(found(quick, path)).isEqualTo(pattern);
    }

    @Test
    void knowsAnotherVerbFromAnAbsentPath() {
        assertThatThrownBy(() -> found(quick, new MockHttpServletRequest("DELETE", "/accounts/1")))
                .isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }

    private static @Nullable Object found(RequestMappingHandlerMapping mapping, String path) throws Exception {
        return found(mapping, new MockHttpServletRequest("GET", path));
    }

    private static @Nullable Object found(RequestMappingHandlerMapping mapping, MockHttpServletRequest request)
            throws Exception {
        ServletRequestPathUtils.parseAndCache(request);
        return mapping.getHandler(request) == null
                ? null
                : String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static RequestMappingHandlerMapping filled(RequestMappingHandlerMapping mapping) {
        mapping.setApplicationContext(new StaticWebApplicationContext());
        mapping.afterPropertiesSet();
        for (String pattern : PATTERNS) {
            RequestMappingInfo info = RequestMappingInfo.paths(pattern)
                    .methods(RequestMethod.GET)
                    .options(mapping.getBuilderConfiguration())
                    .build();
            mapping.registerMapping(
                    info, PATTERNS, Objects.requireNonNull(ReflectionUtils.findMethod(Object.class, "hashCode")));
        }
        return mapping;
    }
}
