package org.peyvand.catalog;

import org.peyvand.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the record types of this module known. */
@Configuration(proxyBeanMethods = false)
class CatalogTypes {

    @Bean
    RecordType productType() {
        return Product.TYPE;
    }
}
