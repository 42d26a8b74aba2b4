package org.peyvand.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.notice.NoticeJson;
import org.peyvand.notice.NoticeStreams;
import org.peyvand.notice.Notices;
import org.peyvand.record.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the caller was told: the list, the count, and a stream over which it arrives at once. */
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class NoticesController {

    private final CurrentActor current;
    private final Notices notices;
    private final NoticeStreams streams;

    NoticesController(CurrentActor current, Notices notices, NoticeStreams streams) {
        this.current = current;
        this.notices = notices;
        this.streams = streams;
    }

    @GetMapping
    @Parameters({"limit", "after", "unread"})
    JsonNode list(
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String unread) {
        int most = ListParameters.number("limit", limit, 50, 1, 200);
        Notices.Page page = notices.page(
                current.actor(), current.presentation(), ListParameters.blankToNull(after), flag(unread), most);
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        page.notices().forEach(each -> data.add(NoticeJson.write(each)));
        return Pages.write(data, page.next(), most);
    }

    /** Counted up to 100. */
    @GetMapping("/count")
    @Parameters
    JsonNode count() {
        return JsonNodeFactory.instance.objectNode().put("unread", notices.unread(current.actor()));
    }

    @GetMapping("/{id}")
    @Parameters
    JsonNode find(@PathVariable UUID id) {
        return NoticeJson.write(notices.find(current.actor(), current.presentation(), id));
    }

    @PostMapping("/{id}/reading")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id) {
        notices.read(current.actor(), id);
    }

    /** It counts as unread again. */
    @DeleteMapping("/{id}/reading")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable UUID id) {
        notices.keep(current.actor(), id);
    }

    @PostMapping("/reading")
    @Parameters
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll() {
        notices.readAll(current.actor());
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Parameters
    SseEmitter stream(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        return streams.open(current.actor(), current.presentation(), last);
    }

    private static boolean flag(@Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw new Refusal.Malformed("bad-parameter", "unread");
        }
        return true;
    }
}
