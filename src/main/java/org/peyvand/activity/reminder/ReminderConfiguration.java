package org.peyvand.activity.reminder;

import org.peyvand.activity.Call;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Reminder;
import org.peyvand.activity.Task;
import org.peyvand.activity.reminder.ReminderAlarm.Telling;
import org.peyvand.job.Alarm;
import org.peyvand.notice.NoticeKind;
import org.peyvand.notice.Way;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.WriteGate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An alarm for each sort of activity, and the notice it tells. */
@Configuration(proxyBeanMethods = false)
class ReminderConfiguration {

    @Bean
    NoticeKind reminderNotice() {
        return NoticeKind.of(ReminderAlarm.KIND, 30, "bell", Way.PAGE);
    }

    @Bean
    Alarm taskAlarm(ReadGate reads, WriteGate writes, Models models, Telling telling) {
        return alarm(Task.TYPE, reads, writes, models, telling);
    }

    @Bean
    Alarm meetingAlarm(ReadGate reads, WriteGate writes, Models models, Telling telling) {
        return alarm(Meeting.TYPE, reads, writes, models, telling);
    }

    @Bean
    Alarm callAlarm(ReadGate reads, WriteGate writes, Models models, Telling telling) {
        return alarm(Call.TYPE, reads, writes, models, telling);
    }

    private static Alarm alarm(RecordType type, ReadGate reads, WriteGate writes, Models models, Telling telling) {
        Reminder reminder = Reminder.all().stream()
                .filter(each -> each.type() == type)
                .findFirst()
                .orElseThrow();
        return new ReminderAlarm(reminder, reads, writes, models, telling);
    }
}
