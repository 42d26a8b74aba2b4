package org.peyvand.activity.ical;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.PrivateLinks;
import org.peyvand.access.Requires;
import org.peyvand.record.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers calendars of other programs. */
@RestController
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    /** Calendars ask every quarter of an hour or more seldom. */
    private static final int SECONDS_BETWEEN = 10;

    private final CalendarFeed feed;
    private final PrivateLinks links;
    private final CurrentActor current;

    FeedController(CalendarFeed feed, PrivateLinks links, CurrentActor current) {
        this.feed = feed;
        this.links = links;
        this.current = current;
    }

    /** Whoever knows the address may read: it is the key. */
    @GetMapping("/feeds/calendar/{secret:[A-Za-z0-9_-]{43}}.ics")
    @Requires(Requires.Permission.PUBLIC)
    ResponseEntity<String> feed(@PathVariable String secret) {
        if (links.find(secret, CalendarFeed.PURPOSE).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (!links.use(secret, SECONDS_BETWEEN)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Integer.toString(SECONDS_BETWEEN))
                    .build();
        }
        return feed.read(secret)
                .map(text -> ResponseEntity.ok().contentType(CALENDAR).body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A meeting to take along. */
    @GetMapping({"/meetings/{id}/meeting.ics", "/api/v1/meetings/{id}/meeting.ics"})
    @Requires(Requires.Permission.SIGNED_IN)
    ResponseEntity<String> meeting(@PathVariable UUID id) {
        String text = feed.meeting(current.actor(), id).orElseThrow(Refusal.NotFound::new);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("meeting.ics")
                                .build()
                                .toString())
                .body(text);
    }
}
