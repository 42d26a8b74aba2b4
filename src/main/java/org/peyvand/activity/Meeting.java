package org.peyvand.activity;

import java.time.Instant;
import java.util.Optional;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Occurrences;

/** A time and a place to meet somebody. */
public final class Meeting {

    public static final Field<String> SUBJECT = Field.text("subject").required().searched();
    public static final Field<Instant> START_AT = Field.instant("startAt").indexed();
    public static final Field<Instant> END_AT = Field.instant("endAt");
    public static final Field<String> LOCATION = Field.text("location");
    public static final Field<String> STATUS =
            Field.choice("status", "planned", "held", "cancelled").required().initially("planned");
    public static final Field<Recurrence> RECURRENCE = Field.recurrence("recurrence");
    public static final Field<RecordRef> REGARDING = Field.anyReference("regarding");
    public static final Field<String> DESCRIPTION = Field.longText("description");

    /** When the times of one that comes again are. */
    public static final Occurrences.Timing TIMING = new Occurrences.Timing(START_AT, END_AT, RECURRENCE);

    public static final RecordType TYPE = RecordType.named("meeting", "meetings")
            .icon("calendar-event")
            .fields(
                    SUBJECT,
                    START_AT,
                    END_AT,
                    LOCATION,
                    STATUS,
                    REGARDING,
                    RECURRENCE,
                    DESCRIPTION,
                    Reminder.BEFORE,
                    Reminder.ON,
                    Reminder.NEXT)
            .title(SUBJECT)
            .subtitle(START_AT, LOCATION)
            .listColumns(SUBJECT, REGARDING, START_AT, LOCATION, STATUS)
            .section(
                    "main",
                    SUBJECT,
                    START_AT,
                    END_AT,
                    LOCATION,
                    STATUS,
                    REGARDING,
                    RECURRENCE,
                    Reminder.BEFORE,
                    Reminder.ON,
                    Reminder.NEXT)
            .section("description", DESCRIPTION)
            .sortedBy("-startAt")
            .flags(Flag.OWNED, Flag.SEARCHABLE)
            .build();

    private Meeting() {}

    /** When it is from a moment on; empty when it is over, or has no time. */
    public static Optional<Instant> next(StoredRecord meeting, Instant from) {
        Instant start = meeting.get(START_AT);
        Recurrence rule = meeting.get(RECURRENCE);
        if (start == null) {
            return Optional.empty();
        }
        return rule == null ? Optional.of(start).filter(at -> !at.isBefore(from)) : rule.next(start, from);
    }
}
