package org.peyvand.activity.ical;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.PrivateLinks;
import org.peyvand.access.Requires;
import org.peyvand.api.ApiCalls;
import org.peyvand.api.Body;
import org.peyvand.api.Members;
import org.peyvand.api.Parameters;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The caller's own calendar feed: makes, tells and revokes its private address. */
@RestController
@RequestMapping(path = "/api/v1/calendar-feed", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class FeedApi implements ApiCalls {

    private final CurrentActor current;
    private final CalendarFeed feed;
    private final PrivateLinks links;

    FeedApi(CurrentActor current, CalendarFeed feed, PrivateLinks links) {
        this.current = current;
        this.feed = feed;
        this.links = links;
    }

    @GetMapping
    @Parameters
    JsonNode show() {
        Instant since = links.since(current.actor(), CalendarFeed.PURPOSE).orElse(null);
        return JsonNodeFactory.instance
                .objectNode()
                .put("active", since != null)
                .put("createdAt", since == null ? null : since.toString());
    }

    /** {@code {"tasks": "todo"|"event"}}; the address is answered once. */
    @PostMapping
    @Parameters
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode make(@Body JsonNode body) {
        Members.only(body, Set.of("tasks"));
        String tasks = Members.text(body, "tasks");
        if (tasks != null && !Set.of("todo", CalendarFeed.AS_EVENTS).contains(tasks)) {
            throw new Refusal.Invalid(List.of(Problem.of("tasks", "not-an-option", tasks)));
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", feed.make(current.actor(), CalendarFeed.AS_EVENTS.equals(tasks)));
    }

    @DeleteMapping
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke() {
        links.revoke(current.actor(), CalendarFeed.PURPOSE);
    }

    @Override
    public List<Call> calls() {
        return List.of(
                Call.of("get", "/calendar-feed", "calendarFeed", "Tell of one's calendar feed", "200"),
                Call.of("post", "/calendar-feed", "makeCalendarFeed", "Make its private address, shown once", "201"),
                Call.of("delete", "/calendar-feed", "revokeCalendarFeed", "Void its address", "204"),
                Call.of("get", "/meetings/{id}/meeting.ics", "meetingFile", "A meeting as iCalendar", "200")
                        .answering("text/calendar"));
    }
}
