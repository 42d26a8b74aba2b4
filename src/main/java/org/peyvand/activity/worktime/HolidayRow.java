package org.peyvand.activity.worktime;

/** A holiday as it stands in the administrator's table. */
public record HolidayRow(String id, String day, String weekday, String name) {}
