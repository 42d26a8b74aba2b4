package org.peyvand.web.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The timeline of a record's page, a part at a time. */
@Controller
@Requires(Permission.SIGNED_IN)
class TimelinePart {

    private final Records records;
    private final Timeline timeline;

    TimelinePart(Records records, Timeline timeline) {
        this.records = records;
        this.timeline = timeline;
    }

    @GetMapping(RecordPage.RECORD + "/timeline")
    String show(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable String changes,
            @RequestParam(required = false) @Nullable Long day,
            Model model) {
        Subject subject = records.subject(type, id);
        Timeline.Choice choice = Timeline.Choice.of(show);
        Timeline.Part part = timeline.part(subject, new Timeline.From(before, changes, day), choice, page);
        String here = subject.href() + "/timeline";
        model.addAttribute("entries", part.entries());
        Timeline.From next = part.next();
        if (next != null) {
            model.addAttribute("next", href(here, choice, next));
        }
        model.addAttribute("here", here);
        if (before != null) {
            return "web/record/entries";
        }
        model.addAttribute("tabs", tabs(here, choice, page));
        return "web/record/timeline";
    }

    private static String href(String here, Timeline.Choice choice, Timeline.From next) {
        return UriComponentsBuilder.fromPath(here)
                .queryParam("show", choice.key())
                .queryParam("before", "{before}")
                .queryParam("changes", "{changes}")
                .queryParam("day", "{day}")
                .encode()
                .buildAndExpand(
                        next.before(),
                        next.changes() == null ? "" : next.changes(),
                        next.day() == null ? "" : next.day())
                .toUriString();
    }

    private static List<Tab> tabs(String here, Timeline.Choice now, Page page) {
        List<Tab> tabs = new ArrayList<>();
        for (Timeline.Choice choice : Timeline.Choice.values()) {
            tabs.add(Tab.of(page.t("record.timeline." + choice.key()), here + "?show=" + choice.key(), choice == now));
        }
        return tabs;
    }
}
