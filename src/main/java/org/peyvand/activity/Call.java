package org.peyvand.activity;

import java.time.Instant;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** A telephone call that was made, received or missed. */
public final class Call {

    public static final Field<String> SUBJECT = Field.text("subject").required().searched();
    public static final Field<String> DIRECTION =
            Field.choice("direction", "incoming", "outgoing").required().initially("outgoing");
    public static final Field<String> OUTCOME = Field.choice("outcome", "answered", "noAnswer", "busy", "wrongNumber");
    public static final Field<Instant> AT = Field.instant("at").indexed();
    public static final Field<Long> DURATION_SECONDS = Field.integer("durationSeconds");
    public static final Field<String> PHONE = Field.phone("phone").searched().personal();
    public static final Field<RecordRef> REGARDING = Field.anyReference("regarding");
    public static final Field<String> DESCRIPTION = Field.longText("description");

    public static final RecordType TYPE = RecordType.named("call", "calls")
            .icon("phone-call")
            .fields(
                    SUBJECT,
                    DIRECTION,
                    OUTCOME,
                    AT,
                    DURATION_SECONDS,
                    PHONE,
                    REGARDING,
                    DESCRIPTION,
                    Reminder.BEFORE,
                    Reminder.ON,
                    Reminder.NEXT)
            .title(SUBJECT)
            .subtitle(DIRECTION, AT)
            .listColumns(SUBJECT, REGARDING, DIRECTION, OUTCOME, AT)
            .section(
                    "main",
                    SUBJECT,
                    DIRECTION,
                    OUTCOME,
                    AT,
                    DURATION_SECONDS,
                    PHONE,
                    REGARDING,
                    Reminder.BEFORE,
                    Reminder.ON,
                    Reminder.NEXT)
            .section("description", DESCRIPTION)
            .sortedBy("-at")
            .flags(Flag.OWNED, Flag.SEARCHABLE)
            .build();

    private Call() {}
}
