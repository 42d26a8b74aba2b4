package org.peyvand.activity;

import java.time.Instant;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** Something to do, mostly about a customer or a deal. */
public final class Task {

    /** {@link #STATUS} of what is still to be done. */
    public static final String OPEN = "open";

    /** {@link #STATUS} of what was done. */
    public static final String DONE = "done";

    public static final Field<String> SUBJECT =
            Field.text("subject").required().searched().indexed();
    public static final Field<Instant> DUE_AT = Field.instant("dueAt").indexed();
    public static final Field<String> STATUS =
            Field.choice("status", OPEN, DONE, "cancelled").required().initially(OPEN);
    public static final Field<String> PRIORITY =
            Field.choice("priority", "low", "medium", "high").initially("medium");
    public static final Field<RecordRef> REGARDING = Field.anyReference("regarding");
    public static final Field<String> DESCRIPTION = Field.longText("description");
    public static final Field<Recurrence> RECURRENCE = Field.recurrence("recurrence");
    public static final Field<Instant> COMPLETED_AT =
            Field.instant("completedAt").readOnly();

    public static final RecordType TYPE = RecordType.named("task", "tasks")
            .icon("checkbox")
            .fields(
                    SUBJECT,
                    DUE_AT,
                    STATUS,
                    PRIORITY,
                    REGARDING,
                    RECURRENCE,
                    DESCRIPTION,
                    COMPLETED_AT,
                    Reminder.BEFORE,
                    Reminder.ON,
                    Reminder.NEXT)
            .title(SUBJECT)
            .subtitle(DUE_AT, STATUS)
            .listColumns(SUBJECT, REGARDING, DUE_AT, PRIORITY, STATUS)
            .section(
                    "main",
                    SUBJECT,
                    DUE_AT,
                    PRIORITY,
                    STATUS,
                    REGARDING,
                    RECURRENCE,
                    Reminder.BEFORE,
                    Reminder.ON,
                    Reminder.NEXT,
                    COMPLETED_AT)
            .section("description", DESCRIPTION)
            .sortedBy("dueAt")
            .flags(Flag.OWNED, Flag.SEARCHABLE, Flag.NAVIGATION)
            .build();

    private Task() {}
}
