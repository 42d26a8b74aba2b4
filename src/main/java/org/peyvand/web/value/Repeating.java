package org.peyvand.web.value;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.Presentation;
import org.peyvand.locale.Recurrence;
import org.peyvand.locale.Recurrence.Frequency;
import org.peyvand.locale.RecurrenceText;
import org.peyvand.web.Choice;

/** Asks how something comes again: the usual rules in the reader's calendar, and the one that stands. */
final class Repeating {

    private Repeating() {}

    static Input input(Input plain, @Nullable Recurrence value, Presentation reader) {
        List<Choice> choices = Stream.concat(usual(reader.calendar()), Stream.ofNullable(value))
                .map(rule -> new Choice(RecurrenceText.write(rule), RecurrenceText.words(rule, reader)))
                .distinct()
                .toList();
        return plain.holding(value == null ? "" : RecurrenceText.write(value)).among(choices);
    }

    private static Stream<Recurrence> usual(CalendarSystem calendar) {
        Recurrence monthly = Recurrence.every(calendar, Frequency.MONTHLY);
        Recurrence weekly = Recurrence.every(calendar, Frequency.WEEKLY);
        return Stream.of(
                Recurrence.every(calendar, Frequency.DAILY),
                weekly,
                weekly.each(2),
                monthly,
                monthly.onDay(1),
                monthly.onDay(31),
                monthly.each(3),
                Recurrence.every(calendar, Frequency.YEARLY));
    }
}
