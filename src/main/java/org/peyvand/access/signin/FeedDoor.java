package org.peyvand.access.signin;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The door for programs that can only keep an address, such as calendars: the address itself is the key. */
@Configuration(proxyBeanMethods = false)
class FeedDoor {

    @Bean
    @Order(0)
    SecurityFilterChain privateAddresses(HttpSecurity http) {
        return http.securityMatcher("/feeds/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.defaultsDisabled().cacheControl(withDefaults()).contentTypeOptions(withDefaults()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .build();
    }
}
