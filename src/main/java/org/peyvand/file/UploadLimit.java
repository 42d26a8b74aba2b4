package org.peyvand.file;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The server refuses larger uploads before they are read, with some room for the other parts of a form. */
@Configuration(proxyBeanMethods = false)
class UploadLimit {

    private static final DataSize OTHER_PARTS = DataSize.ofMegabytes(4);

    @Bean
    MultipartConfigElement multipartConfigElement(@Value("${PEYVAND_FILE_LIMIT:2GB}") DataSize limit) {
        return new MultipartConfigElement("", limit.toBytes(), limit.toBytes() + OTHER_PARTS.toBytes(), 0);
    }
}
