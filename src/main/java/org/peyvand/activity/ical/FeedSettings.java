package org.peyvand.activity.ical;

import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.PrivateLinks;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people get the address of their calendar for other programs. */
@Controller
@RequestMapping("/settings/calendar")
@Requires(Requires.Permission.SIGNED_IN)
class FeedSettings {

    private final CurrentActor current;
    private final CalendarFeed feed;
    private final PrivateLinks links;

    FeedSettings(CurrentActor current, CalendarFeed feed, PrivateLinks links) {
        this.current = current;
        this.feed = feed;
        this.links = links;
    }

    @GetMapping
    String show(Page page, Model model) {
        return show(page, null, model);
    }

    /** The address stands on this one answer and nowhere else. */
    @PostMapping
    String make(@RequestParam(defaultValue = "todo") String tasks, Page page, Model model) {
        return show(page, feed.make(current.actor(), CalendarFeed.AS_EVENTS.equals(tasks)), model);
    }

    @PostMapping("/revocation")
    String revoke(Page page, RedirectAttributes redirect) {
        links.revoke(current.actor(), CalendarFeed.PURPOSE);
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("ical.revoked")));
        return "redirect:/settings/calendar";
    }

    private String show(Page page, @Nullable String address, Model model) {
        Actor actor = current.actor();
        model.addAttribute("address", address);
        model.addAttribute(
                "since",
                links.since(actor, CalendarFeed.PURPOSE)
                        .map(page.presentation()::instant)
                        .orElse(null));
        return "activity/feed";
    }
}
