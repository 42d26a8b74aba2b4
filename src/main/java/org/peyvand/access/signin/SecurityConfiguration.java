package org.peyvand.access.signin;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.peyvand.setting.Settings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The doors: assets and health open, programs with a token, people with a session, everything else shut. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/login", "/setup", "/forgotten", "/error", "/favicon.ico", "/manifest.webmanifest"
    };

    /** What is the same for everybody costs no look at the session. */
    @Bean
    @Order(1)
    SecurityFilterChain assetsDoor(HttpSecurity http) {
        return http.securityMatcher("/assets/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain healthDoor(HttpSecurity http, ApiDenials denials) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(
                        paths -> paths.requestMatchers("/actuator/health/liveness", "/actuator/health/readiness")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(denied ->
                        denied.authenticationEntryPoint(denials::absent).accessDeniedHandler(denials::absent))
                .build();
    }

    /** No session and therefore no forged request: a token comes in a header that no foreign page can send. */
    @Bean
    @Order(3)
    SecurityFilterChain apiDoor(HttpSecurity http, BearerTokens tokens, CallThrottle throttle, ApiDenials denials) {
        return http.securityMatcher(Doors.API, Doors.API + "/**")
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(tokens, AuthorizationFilter.class)
                .addFilterAfter(throttle, BearerTokens.class)
                .exceptionHandling(denied ->
                        denied.authenticationEntryPoint(denials::notSignedIn).accessDeniedHandler(denials::forbidden))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain webDoor(
            HttpSecurity http, LiveSessions live, CsrfTokenRepository csrfTokens, WebDenials denials) {
        return http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
                .headers(SecurityConfiguration::headers)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterAfter(live, SecurityContextHolderFilter.class)
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies(RequestLanguage.PARAMETER))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens(Settings settings) {
        CookieCsrfTokenRepository cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(isSecure(settings)));
        return cookies;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    ChangeSessionIdAuthenticationStrategy newSessionIds() {
        return new ChangeSessionIdAuthenticationStrategy();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Keeps Spring Boot from making a user of its own. */
    @Bean
    UserDetailsService noUserDetails() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** These filters belong to one chain each, not to every request. */
    @Bean
    FilterRegistrationBean<BearerTokens> bearerTokensInTheirChainOnly(BearerTokens filter) {
        return disabled(new FilterRegistrationBean<>(filter));
    }

    @Bean
    FilterRegistrationBean<CallThrottle> callThrottleInItsChainOnly(CallThrottle filter) {
        return disabled(new FilterRegistrationBean<>(filter));
    }

    @Bean
    FilterRegistrationBean<LiveSessions> liveSessionsInTheirChainOnly(LiveSessions filter) {
        return disabled(new FilterRegistrationBean<>(filter));
    }

    static boolean isSecure(Settings settings) {
        return "https".equals(settings.baseUrl().getScheme());
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> disabled(
            FilterRegistrationBean<T> registration) {
        registration.setEnabled(false);
        return registration;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .cacheControl(withDefaults())
                .contentTypeOptions(withDefaults())
                .httpStrictTransportSecurity(withDefaults());
    }
}
