package org.peyvand.access.signin;

import java.time.Duration;
import org.peyvand.setting.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in the database, so that any node can answer any request. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    static final String REMEMBER = SessionConfiguration.class.getName() + ".remember";
    private static final Duration IDLE = Duration.ofHours(12);

    /**
     * The parameters are those of the original statement in their order; the row is written only when something but the
     * last access changed, or a minute passed since it was noted.
     */
    private static final String UPDATE = """
            UPDATE %TABLE_NAME% s
            SET SESSION_ID = v.SESSION_ID, LAST_ACCESS_TIME = v.LAST_ACCESS_TIME,
                MAX_INACTIVE_INTERVAL = v.MAX_INACTIVE_INTERVAL, EXPIRY_TIME = v.EXPIRY_TIME,
                PRINCIPAL_NAME = v.PRINCIPAL_NAME
            FROM (SELECT CAST(? AS char(36)) AS SESSION_ID, CAST(? AS bigint) AS LAST_ACCESS_TIME,
                CAST(? AS int) AS MAX_INACTIVE_INTERVAL, CAST(? AS bigint) AS EXPIRY_TIME,
                CAST(? AS varchar) AS PRINCIPAL_NAME) v
            WHERE s.PRIMARY_ID = ?
                AND (v.LAST_ACCESS_TIME > s.LAST_ACCESS_TIME + 60000
                    OR s.SESSION_ID <> v.SESSION_ID
                    OR s.MAX_INACTIVE_INTERVAL <> v.MAX_INACTIVE_INTERVAL
                    OR s.PRINCIPAL_NAME IS DISTINCT FROM v.PRINCIPAL_NAME)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> calmSessions() {
        return sessions -> {
            sessions.setUpdateSessionQuery(UPDATE);
            sessions.setDefaultMaxInactiveInterval(IDLE);
        };
    }

    @Bean
    CookieSerializer sessionCookies(Settings settings) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName("peyvand");
        cookies.setCookiePath("/");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setUseSecureCookie(SecurityConfiguration.isSecure(settings));
        cookies.setSameSite("Lax");
        cookies.setRememberMeRequestAttribute(REMEMBER);
        return cookies;
    }
}
