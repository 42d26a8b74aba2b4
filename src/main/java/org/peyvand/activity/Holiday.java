package org.peyvand.activity;

import java.time.LocalDate;
import java.util.UUID;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** A day on which nobody works, everywhere or at the site of one calendar. Moving feasts are entered each year, never computed. */
public final class Holiday {

    /** A day is entered once, so that a list can be imported again. */
    public static final Field<LocalDate> DAY =
            Field.date("day").required().key().indexed();

    public static final Field<String> NAME = Field.text("name").required().searched();
    public static final Field<UUID> CALENDAR = Field.reference("calendar", "work-calendars", "holidays");

    public static final RecordType TYPE = RecordType.named("holiday", "holidays")
            .icon("calendar-event")
            .fields(DAY, NAME, CALENDAR)
            .title(NAME)
            .subtitle(DAY)
            .listColumns(NAME, DAY, CALENDAR)
            .section("main", NAME, DAY, CALENDAR)
            .sortedBy("-day")
            .flags(Flag.SEARCHABLE)
            .build();

    private Holiday() {}
}
