package org.peyvand.activity;

import java.time.DayOfWeek;
import java.util.Map;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;

/**
 * The weekly hours of a site. A calendar of a team holds for its members, the main one for everybody else. The hours of a
 * weekday are written {@code 08:00-12:00, 13:00-17:00}; none means a day off.
 */
public final class WorkCalendar {

    public static final Field<String> NAME = Field.text("name").required().searched();
    public static final Field<Boolean> MAIN = Field.bool("main").initially(false);
    public static final Field<String> TIME_ZONE = Field.text("timeZone");
    public static final Field<String> SATURDAY = Field.text("saturday");
    public static final Field<String> SUNDAY = Field.text("sunday");
    public static final Field<String> MONDAY = Field.text("monday");
    public static final Field<String> TUESDAY = Field.text("tuesday");
    public static final Field<String> WEDNESDAY = Field.text("wednesday");
    public static final Field<String> THURSDAY = Field.text("thursday");
    public static final Field<String> FRIDAY = Field.text("friday");

    /** After how many days without a word a customer counts as forgotten. */
    public static final Field<Long> QUIET_DAYS = Field.integer("quietDays").initially(30L);

    /** How the hours of a day are written, held together from left to right in sentences of either direction. */
    public static final String EXAMPLE = "\u206608:00-12:00, 13:00-17:00\u2069";

    /** The field of each weekday. */
    public static final Map<DayOfWeek, Field<String>> HOURS = Map.of(
            DayOfWeek.SATURDAY, SATURDAY,
            DayOfWeek.SUNDAY, SUNDAY,
            DayOfWeek.MONDAY, MONDAY,
            DayOfWeek.TUESDAY, TUESDAY,
            DayOfWeek.WEDNESDAY, WEDNESDAY,
            DayOfWeek.THURSDAY, THURSDAY,
            DayOfWeek.FRIDAY, FRIDAY);

    public static final RecordType TYPE = RecordType.named("workCalendar", "work-calendars")
            .icon("clock")
            .fields(NAME, MAIN, TIME_ZONE, SATURDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, QUIET_DAYS)
            .title(NAME)
            .listColumns(NAME, MAIN, SystemFields.TEAM, SATURDAY, THURSDAY, FRIDAY)
            .section("main", NAME, MAIN, SystemFields.TEAM, TIME_ZONE, QUIET_DAYS)
            .section("hours", SATURDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
            .build();

    private WorkCalendar() {}
}
