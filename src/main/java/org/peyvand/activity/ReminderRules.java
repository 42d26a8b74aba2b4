package org.peyvand.activity;

import java.time.Clock;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.RecordRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The rule of reminders for each sort of activity, behind the rules that decide when it is. */
@Configuration(proxyBeanMethods = false)
class ReminderRules {

    @Bean
    @Order(30)
    RecordRule taskReminders(Clock clock) {
        return rule(Task.TYPE, clock);
    }

    @Bean
    @Order(30)
    RecordRule meetingReminders(Clock clock) {
        return rule(Meeting.TYPE, clock);
    }

    @Bean
    @Order(30)
    RecordRule callReminders(Clock clock) {
        return rule(Call.TYPE, clock);
    }

    private static RecordRule rule(RecordType type, Clock clock) {
        return Reminder.all().stream()
                .filter(reminder -> reminder.type() == type)
                .map(reminder -> new ReminderTimes(reminder, clock))
                .findFirst()
                .orElseThrow();
    }
}
