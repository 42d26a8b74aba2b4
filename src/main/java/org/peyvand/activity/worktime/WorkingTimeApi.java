package org.peyvand.activity.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.activity.WorkCalendars;
import org.peyvand.api.ApiCalls;
import org.peyvand.api.Parameters;
import org.peyvand.locale.WorkingCalendar;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.InvalidValue;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sums in working time by the caller's calendar: how much of it lies between two moments, or when so much of it has passed.
 */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class WorkingTimeApi implements ApiCalls {

    private static final Duration LONGEST = Duration.ofDays(730);

    private final CurrentActor current;
    private final WorkCalendars calendars;

    WorkingTimeApi(CurrentActor current, WorkCalendars calendars) {
        this.current = current;
        this.calendars = calendars;
    }

    @GetMapping(path = "/api/v1/working-time", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters({"from", "until", "duration"})
    JsonNode sum(
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String duration) {
        Actor actor = current.actor();
        Instant start = instant("from", from);
        WorkingCalendar calendar = calendars.of(actor, LocalDate.ofInstant(start, actor.zone()));
        if (until != null && duration == null) {
            Instant end = instant("until", until);
            if (Duration.between(start, end).abs().compareTo(LONGEST) > 0) {
                throw new Refusal.Malformed("bad-parameter", "until");
            }
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("duration", calendar.workingTimeBetween(start, end).toString());
        }
        if (duration == null || until != null) {
            throw new Refusal.Malformed("bad-parameter", "duration");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("until", calendar.addWorkingTime(start, length(duration)).toString());
    }

    private static Instant instant(String name, String text) {
        try {
            return new InstantType().fromJson(JsonNodeFactory.instance.stringNode(text));
        } catch (InvalidValue invalid) {
            throw new Refusal.Malformed("bad-parameter", name);
        }
    }

    private static Duration length(String text) {
        try {
            Duration length = Duration.parse(text);
            if (!length.isNegative() && length.compareTo(LONGEST.dividedBy(4)) <= 0) {
                return length;
            }
        } catch (DateTimeParseException malformed) {
            // refused below, like a length out of range
        }
        throw new Refusal.Malformed("bad-parameter", "duration");
    }

    @Override
    public List<Call> calls() {
        return List.of(Call.of("get", "/working-time", "workingTime", "Reckon in working time", "200")
                .taking("from", "until", "duration"));
    }
}
