package org.peyvand.search;

import org.peyvand.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes the record type of this module. */
@Configuration(proxyBeanMethods = false)
class SearchTypes {

    @Bean
    RecordType savedViewType() {
        return SavedView.TYPE;
    }
}
