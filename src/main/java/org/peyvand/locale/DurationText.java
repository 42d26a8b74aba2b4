package org.peyvand.locale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time by its two largest units: ۲ ساعت و ۱۵ دقیقه, 2 h 15 min. */
final class DurationText {

    private DurationText() {}

    static String of(Duration duration, Presentation presentation) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return presentation.text("duration.seconds", presentation.number(duration.toSeconds()));
        }
        var parts = new ArrayList<String>();
        add(parts, "duration.days", duration.toDays(), presentation);
        add(parts, "duration.hours", duration.toHoursPart(), presentation);
        if (duration.toDays() == 0) {
            add(parts, "duration.minutes", duration.toMinutesPart(), presentation);
        }
        return parts.size() == 1 ? parts.getFirst() : presentation.text("duration.join", parts.get(0), parts.get(1));
    }

    private static void add(List<String> parts, String key, long count, Presentation presentation) {
        if (count > 0) {
            parts.add(presentation.text(key, presentation.number(count)));
        }
    }
}
