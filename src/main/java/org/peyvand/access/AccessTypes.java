package org.peyvand.access;

import org.peyvand.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes the record types of this module. */
@Configuration(proxyBeanMethods = false)
class AccessTypes {

    @Bean
    RecordType userType() {
        return User.TYPE;
    }

    @Bean
    RecordType teamType() {
        return Team.TYPE;
    }

    @Bean
    RecordType roleType() {
        return Role.TYPE;
    }
}
