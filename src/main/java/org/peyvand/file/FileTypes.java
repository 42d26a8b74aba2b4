package org.peyvand.file;

import org.peyvand.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the record type of this module known. */
@Configuration(proxyBeanMethods = false)
class FileTypes {

    @Bean
    RecordType attachmentType() {
        return Attachment.TYPE;
    }
}
