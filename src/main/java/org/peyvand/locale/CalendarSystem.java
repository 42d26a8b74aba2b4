package org.peyvand.locale;

/** The calendar a reader sees dates in; stored dates do not depend on it. */
public enum CalendarSystem {
    JALALI,
    GREGORIAN
}
