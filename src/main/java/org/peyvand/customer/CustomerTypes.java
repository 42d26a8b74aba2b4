package org.peyvand.customer;

import org.peyvand.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the record types of this module known. */
@Configuration(proxyBeanMethods = false)
class CustomerTypes {

    @Bean
    RecordType accountType() {
        return Account.TYPE;
    }

    @Bean
    RecordType contactType() {
        return Contact.TYPE;
    }

    @Bean
    RecordType accountContactType() {
        return AccountContact.TYPE;
    }
}
