package org.peyvand.activity.worktime;

/**
 * A holiday as it stands in the administrator's table.
 *
 * @param day as it is typed
 * @param date the same as it is read
 */
public record HolidayRow(String id, String day, String date, String weekday, String name) {}
