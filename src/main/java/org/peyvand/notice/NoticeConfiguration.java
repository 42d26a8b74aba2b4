package org.peyvand.notice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of notices that records and their fields as such give rise to. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    NoticeKind assigned() {
        return NoticeKind.of(RecordNotices.ASSIGNED, 10, "user-share", Way.PAGE, Way.EMAIL);
    }

    @Bean
    NoticeKind changed() {
        return NoticeKind.of(RecordNotices.CHANGED, 20, "pencil", Way.PAGE);
    }

    @Bean
    NoticeKind mentioned() {
        return NoticeKind.of(Mentions.MENTIONED, 5, "at", Way.PAGE, Way.EMAIL);
    }

    @Bean
    NoticeKind fieldTrouble() {
        return NoticeKind.of(FieldNotices.KIND, 80, "alert-triangle", Way.PAGE);
    }

    @Bean
    NoticeKind passwordReplaced() {
        return NoticeKind.of(PasswordNotices.KIND, 90, "key", Way.PAGE, Way.EMAIL);
    }
}
