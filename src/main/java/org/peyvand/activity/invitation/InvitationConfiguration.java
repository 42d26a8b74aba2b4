package org.peyvand.activity.invitation;

import org.peyvand.notice.NoticeKind;
import org.peyvand.notice.Way;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told about invitations. */
@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

    @Bean
    NoticeKind invitedNotice() {
        return NoticeKind.of(InvitationNotices.INVITED, 32, "calendar-event", Way.PAGE, Way.EMAIL);
    }

    @Bean
    NoticeKind answeredNotice() {
        return NoticeKind.of(InvitationNotices.ANSWERED, 33, "user-check", Way.PAGE);
    }
}
