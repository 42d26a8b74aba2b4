package org.peyvand.record;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The record types of the engine itself. */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

    @Bean
    RecordType tagType() {
        return Tag.TYPE;
    }
}
