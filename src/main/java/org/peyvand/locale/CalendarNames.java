package org.peyvand.locale;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;

/** Names of months and weekdays in the two languages, read from the module's own messages. */
final class CalendarNames {

    private static final Names PERSIAN = Names.of(Bundles.PERSIAN);
    private static final Names ENGLISH = Names.of(Bundles.ENGLISH);

    private CalendarNames() {}

    static String jalaliMonth(Locale language, int month) {
        return of(language).jalaliMonths.get(month - 1);
    }

    static String gregorianMonth(Locale language, int month) {
        return of(language).gregorianMonths.get(month - 1);
    }

    static String weekday(Locale language, DayOfWeek day) {
        return of(language).weekdays.get(day.getValue() - 1);
    }

    private static Names of(Locale language) {
        return Bundles.isPersian(language) ? PERSIAN : ENGLISH;
    }

    private record Names(List<String> jalaliMonths, List<String> gregorianMonths, List<String> weekdays) {

        static Names of(Locale language) {
            return new Names(
                    list(language, "calendar.jalaliMonths"),
                    list(language, "calendar.gregorianMonths"),
                    list(language, "calendar.weekdays"));
        }

        private static List<String> list(Locale language, String key) {
            return List.of(Bundles.ownText(language, key).split(" "));
        }
    }
}
