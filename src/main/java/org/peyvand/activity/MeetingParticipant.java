package org.peyvand.activity;

import java.util.UUID;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/**
 * Somebody who takes part in a meeting: a user or a contact. Whoever may change the meeting says who does; a user sees the meeting
 * for as long as they take part, has it in their calendar and is reminded of it.
 */
public final class MeetingParticipant {

    /** {@link #RESPONSE} of who has not answered, or not since the meeting was moved. */
    public static final String OPEN = "needsAction";

    /** {@link #RESPONSE} of who will not come. */
    public static final String DECLINED = "declined";

    public static final Field<UUID> MEETING =
            Field.reference("meeting", "meetings", "participants").required();
    public static final Field<UUID> USER = Field.reference("user", "users");
    public static final Field<UUID> CONTACT = Field.reference("contact", "contacts");
    public static final Field<String> RESPONSE = Field.choice("response", OPEN, "accepted", "tentative", DECLINED)
            .required()
            .initially(OPEN);

    public static final RecordType TYPE = RecordType.named("meetingParticipant", "meeting-participants")
            .icon("users")
            .fields(MEETING, USER, CONTACT, RESPONSE)
            .title(RESPONSE)
            .subtitle(USER, CONTACT)
            .listColumns(MEETING, USER, CONTACT, RESPONSE)
            .section("main", MEETING, USER, CONTACT, RESPONSE)
            .belongsTo(MEETING)
            .build();

    private MeetingParticipant() {}
}
