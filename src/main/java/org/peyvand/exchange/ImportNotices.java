package org.peyvand.exchange;

import org.peyvand.notice.NoticeKind;
import org.peyvand.notice.Way;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people are told of their imports. */
@Configuration(proxyBeanMethods = false)
class ImportNotices {

    static final String FINISHED = "import-finished";

    @Bean
    NoticeKind importFinished() {
        return NoticeKind.of(FINISHED, 40, "file-import", Way.PAGE);
    }
}
