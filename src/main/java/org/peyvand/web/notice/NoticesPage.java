package org.peyvand.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.notice.Notice;
import org.peyvand.notice.NoticeStreams;
import org.peyvand.notice.Notices;
import org.peyvand.record.Actor;
import org.peyvand.web.Page;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The list behind the bell, and the stream that keeps the bell true. */
@Controller
@RequestMapping("/notices")
@Requires(Requires.Permission.SIGNED_IN)
class NoticesPage {

    private static final int PAGE = 50;

    private final Notices notices;
    private final NoticeStreams streams;
    private final Clock clock;

    NoticesPage(Notices notices, NoticeStreams streams, Clock clock) {
        this.notices = notices;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping
    String show(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Notices.Page found = notices.page(actor, page.presentation(), after, unread, PAGE);
        model.addAttribute(
                "items", found.notices().stream().map(each -> item(each, page)).toList());
        if (found.next() != null) {
            model.addAttribute("next", "/notices?unread=" + unread + "&after=" + found.next());
        }
        model.addAttribute("unread", unread);
        return after == null ? "web/notice/list" : "web/notice/items";
    }

    /** Opens what a notice is about; whoever comes here has read it. */
    @GetMapping("/{id}")
    String open(Page page, Actor actor, @PathVariable UUID id) {
        Notice notice = notices.find(actor, page.presentation(), id);
        notices.read(actor, id);
        return "redirect:" + (notice.href() == null ? "/notices" : notice.href());
    }

    @PostMapping("/reading")
    String readAll(Actor actor) {
        notices.readAll(actor);
        return "redirect:/notices";
    }

    /** An {@code EventSource} that was closed and opened again cannot send the header, so it sends a parameter. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        String last = request.getHeader("Last-Event-ID");
        return streams.open(actor, page.presentation(), last == null ? after : last);
    }

    private Item item(Notice notice, Page page) {
        return new Item(notice, page.presentation().relativeTime(notice.at(), clock.instant()));
    }
}
