package org.peyvand.web.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.DateInput;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.JalaliDate;
import org.peyvand.locale.Presentation;
import org.peyvand.locale.Shift;
import org.peyvand.locale.WorkingCalendar;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.web.DaysOff;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.peyvand.web.calendar.CalendarPage.Day;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Draws calendars. */
@Component
class Calendars {

    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 20;
    private static final int DAY_MINUTES = 24 * 60;

    private final Happenings happenings;
    private final Visibility visibility;
    private final ObjectProvider<DaysOff> daysOff;
    private final Clock clock;

    Calendars(Happenings happenings, Visibility visibility, ObjectProvider<DaysOff> daysOff, Clock clock) {
        this.happenings = happenings;
        this.visibility = visibility;
        this.daysOff = daysOff;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param base the address without the day and the span, ending in {@code ?} or {@code &}
     */
    record Question(
            String title,
            List<Shown> shown,
            Span span,
            @Nullable LocalDate on,
            String base) {}

    /** The day that an address names; null when it names none. */
    static @Nullable LocalDate day(@Nullable String text) {
        return text == null
                ? null
                : DateInput.strict(text).orElseThrow(() -> new Refusal.Malformed("bad-parameter", "on"));
    }

    CalendarPage page(Actor actor, Question question, Page page) {
        Presentation reader = page.presentation();
        LocalDate today = reader.dateOf(clock.instant());
        LocalDate on = question.on() == null ? today : question.on();
        DateRange drawn = question.span().drawn(on, reader.calendar());
        List<Event> events = new ArrayList<>();
        boolean more = false;
        for (Shown shown : question.shown()) {
            var found = happenings.of(actor, shown, drawn, reader);
            events.addAll(found.events());
            more |= found.more();
        }
        DateRange own = question.span().around(on, 0, reader.calendar());
        List<Day> days = days(actor, question, drawn, own, events, page);
        return new CalendarPage(
                question.title(),
                period(question.span(), own, reader),
                question.span().key(),
                on.toString(),
                address(question, question.span(), on),
                address(question, question.span(), step(question, on, -1, reader)),
                address(question, question.span(), today),
                address(question, question.span(), step(question, on, 1, reader)),
                question.base() + "span=day&on=",
                spans(question, on, page),
                days,
                Math.min(FIRST_HOUR, earliest(events)),
                Math.max(LAST_HOUR, latest(events)),
                more);
    }

    private static LocalDate step(Question question, LocalDate on, int by, Presentation reader) {
        return question.span().around(on, by, reader.calendar()).from();
    }

    private static String address(Question question, Span span, LocalDate on) {
        return question.base() + "span=" + span.key() + "&on=" + on;
    }

    private static List<Tab> spans(Question question, LocalDate on, Page page) {
        return Stream.of(Span.values())
                .map(span -> Tab.of(
                        page.t("calendar.span." + span.key()), address(question, span, on), span == question.span()))
                .toList();
    }

    private static String period(Span span, DateRange own, Presentation reader) {
        return switch (span) {
            case MONTH -> reader.month(own.from());
            case WEEK -> reader.date(own.from()) + " – " + reader.date(own.last());
            case DAY -> reader.weekdayDate(own.from());
        };
    }

    private static int earliest(List<Event> events) {
        return events.stream()
                .filter(event -> !event.allDay())
                .mapToInt(event -> event.begin() / 60)
                .min()
                .orElse(FIRST_HOUR);
    }

    private static int latest(List<Event> events) {
        return events.stream()
                .filter(event -> !event.allDay())
                .mapToInt(event -> (event.begin() + event.minutes() + 59) / 60)
                .max()
                .orElse(LAST_HOUR);
    }

    private List<Day> days(
            Actor actor, Question question, DateRange drawn, DateRange own, List<Event> events, Page page) {
        Presentation reader = page.presentation();
        LocalDate today = reader.dateOf(clock.instant());
        DaysOff off = daysOff.getIfAvailable();
        WorkingCalendar work = off == null ? WorkingCalendar.usual(reader.zone()) : off.calendar(actor, drawn.from());
        Map<LocalDate, String> holidays = off == null ? Map.of() : off.holidays(actor, drawn);
        Map<LocalDate, List<Event>> byDay = new HashMap<>();
        events.forEach(event ->
                byDay.computeIfAbsent(event.day(), none -> new ArrayList<>()).add(event));
        String creating = creating(actor, question);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = drawn.from(); day.isBefore(drawn.until()); day = day.plusDays(1)) {
            List<Event> here = byDay.getOrDefault(day, List.of());
            days.add(new Day(
                    day.toString(),
                    reader.digits(Integer.toString(number(day, reader))),
                    reader.weekday(day),
                    reader.weekdayDate(day),
                    !own.contains(day),
                    day.equals(today),
                    !work.isWorkingDay(day),
                    holidays.getOrDefault(day, ""),
                    shade(work.shifts(day)),
                    here.stream()
                            .filter(Event::allDay)
                            .sorted(Comparator.comparing(Event::title))
                            .toList(),
                    Lanes.of(here.stream().filter(event -> !event.allDay()).toList()),
                    creating == null ? null : creating + day));
        }
        return days;
    }

    private static int number(LocalDate day, Presentation reader) {
        boolean jalali = reader.calendar() == CalendarSystem.JALALI && JalaliDate.covers(day);
        return jalali ? JalaliDate.of(day).day() : day.getDayOfMonth();
    }

    /** What lies between the stretches of work. */
    private static List<String> shade(List<Shift> shifts) {
        List<String> shade = new ArrayList<>();
        int at = 0;
        for (Shift shift : shifts) {
            if (shift.from() > at) {
                shade.add(place(at, shift.from()));
            }
            at = shift.until();
        }
        if (at < DAY_MINUTES) {
            shade.add(place(at, DAY_MINUTES));
        }
        return shade;
    }

    private static String place(int from, int until) {
        return String.format(Locale.ROOT, "h: %.2f; len: %.2f", from / 60.0, (until - from) / 60.0);
    }

    /** Where something new of the first type that the reader may make is asked for, but for the day. */
    private @Nullable String creating(Actor actor, Question question) {
        return question.shown().stream()
                .map(Shown::dated)
                .filter(dated -> !(visibility.reach(actor, dated.type(), Operation.CREATE) instanceof Reach.None))
                .findFirst()
                .map(dated -> "/" + dated.type().plural() + "/new?" + dated.at().name() + "=")
                .orElse(null);
    }
}
