package org.peyvand.activity.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Task;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Recurrence;
import org.peyvand.locale.Recurrence.Frequency;
import org.peyvand.locale.RecurrenceText;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;

/**
 * A calendar of tasks and meetings as RFC 5545 has it. Times are in UTC, so no zone need be described. A rule goes along where any
 * program reckons it the same: days and weeks of the Gregorian calendar, in a zone whose clocks are not changed. Otherwise its times of
 * the stretch of days stand there one by one.
 */
final class CalendarFile {

    private static final String DOMAIN = "@peyvand";
    private static final Duration USUAL = Duration.ofMinutes(30);

    private final CalendarText text = new CalendarText();
    private final DateRange days;
    private final String address;

    /**
     * Begins a calendar.
     *
     * @param days of which times stand there one by one
     * @param address of the program, without a slash at the end
     */
    CalendarFile(String name, DateRange days, String address) {
        this.days = days;
        this.address = address;
        text.begin("VCALENDAR")
                .put("VERSION", "2.0")
                .put("PRODID", "-//Peyvand//CRM//FA")
                .put("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", name);
    }

    /**
     * Writes a meeting, or the times of one that comes again.
     *
     * @param about what it is about, possibly empty
     * @param people who is in it
     * @param usual the zone of a rule that names none
     */
    void meeting(StoredRecord meeting, String about, List<Attendee> people, ZoneId usual) {
        Instant start = meeting.get(Meeting.START_AT);
        if (start == null) {
            return;
        }
        Instant end = meeting.get(Meeting.END_AT);
        Duration length = end == null || !end.isAfter(start) ? USUAL : Duration.between(start, end);
        Recurrence rule = meeting.get(Meeting.RECURRENCE);
        if (rule == null || isPlain(rule, start, usual)) {
            event(new Entry(meeting, about, people), start, length, meeting.id() + DOMAIN, rule);
            return;
        }
        for (var time : Meeting.TIMING.within(meeting, days, usual)) {
            event(
                    new Entry(meeting, about, people),
                    time.from(),
                    length,
                    meeting.id() + "-" + time.day() + DOMAIN,
                    null);
        }
    }

    /** Whether every program reckons the rule in UTC as it is reckoned here. */
    private static boolean isPlain(Recurrence rule, Instant start, ZoneId usual) {
        ZoneId zone = Objects.requireNonNullElse(rule.zone(), usual);
        boolean fixed = zone.getRules().nextTransition(start) == null;
        LocalDate local = LocalDate.ofInstant(start, zone);
        return rule.calendar() == CalendarSystem.GREGORIAN
                && fixed
                && local.equals(LocalDate.ofInstant(start, ZoneOffset.UTC))
                && rule.exceptions().isEmpty()
                && rule.until() == null
                && (rule.frequency() == Frequency.DAILY || rule.frequency() == Frequency.WEEKLY);
    }

    /** A record with what stands beside it. */
    private record Entry(StoredRecord record, String about, List<Attendee> people) {}

    private void event(Entry entry, Instant start, Duration length, String uid, @Nullable Recurrence rule) {
        StoredRecord record = entry.record();
        boolean meeting = record.type().plural().equals(Meeting.TYPE.plural());
        head("VEVENT", uid, record);
        text.at("DTSTART", start).at("DTEND", start.plus(length));
        if (rule != null) {
            text.put("RRULE", RecurrenceText.rule(rule));
        }
        text.text("SUMMARY", value(record, meeting ? Meeting.SUBJECT : Task.SUBJECT));
        if (meeting) {
            text.text("LOCATION", value(record, Meeting.LOCATION))
                    .put("STATUS", "cancelled".equals(record.get(Meeting.STATUS)) ? "CANCELLED" : "CONFIRMED");
        }
        entry.people().forEach(each -> each.write(text));
        tail("VEVENT", record, entry.about(), meeting ? Meeting.DESCRIPTION : Task.DESCRIPTION);
    }

    /** A task as something to do, or as half an hour of the day for programs that know no such thing. */
    void task(StoredRecord task, String about, boolean asEvent) {
        Instant due = task.get(Task.DUE_AT);
        if (due == null) {
            return;
        }
        if (asEvent) {
            event(new Entry(task, about, List.of()), due, USUAL, task.id() + DOMAIN, null);
            return;
        }
        head("VTODO", task.id() + DOMAIN, task);
        text.at("DUE", due).text("SUMMARY", value(task, Task.SUBJECT)).put("PRIORITY", priority(task));
        Instant done = task.get(Task.COMPLETED_AT);
        text.put("STATUS", done == null ? "NEEDS-ACTION" : "COMPLETED");
        if (done != null) {
            text.at("COMPLETED", done);
        }
        tail("VTODO", task, about, Task.DESCRIPTION);
    }

    private void head(String component, String uid, StoredRecord record) {
        Instant updated = Objects.requireNonNullElse(record.get(SystemFields.UPDATED_AT), Instant.EPOCH);
        text.begin(component)
                .put("UID", uid)
                .at("DTSTAMP", updated)
                .at("LAST-MODIFIED", updated)
                .put("SEQUENCE", Integer.toString(record.version() - 1));
    }

    private void tail(String component, StoredRecord record, String about, Field<String> words) {
        String description = value(record, words);
        text.text("DESCRIPTION", about.isEmpty() ? description : about + "\n" + description)
                .put("URL", address + "/" + record.type().plural() + "/" + record.id())
                .end(component);
    }

    private static String priority(StoredRecord task) {
        return switch (value(task, Task.PRIORITY)) {
            case "high" -> "1";
            case "low" -> "9";
            default -> "5";
        };
    }

    private static String value(StoredRecord record, Field<String> field) {
        return Objects.requireNonNullElse(record.get(field), "");
    }

    /** The whole calendar. */
    String finish() {
        return text.end("VCALENDAR").toString();
    }
}
