package org.peyvand.activity;

import org.peyvand.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the record types of this module known. */
@Configuration(proxyBeanMethods = false)
class ActivityTypes {

    @Bean
    RecordType taskType() {
        return Task.TYPE;
    }

    @Bean
    RecordType noteType() {
        return Note.TYPE;
    }

    @Bean
    RecordType callType() {
        return Call.TYPE;
    }

    @Bean
    RecordType meetingType() {
        return Meeting.TYPE;
    }

    @Bean
    RecordType meetingParticipantType() {
        return MeetingParticipant.TYPE;
    }

    @Bean
    RecordType workCalendarType() {
        return WorkCalendar.TYPE;
    }

    @Bean
    RecordType holidayType() {
        return Holiday.TYPE;
    }
}
