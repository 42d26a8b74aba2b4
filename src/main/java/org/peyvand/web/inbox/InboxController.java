package org.peyvand.web.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.web.InboxSource;
import org.peyvand.web.InboxSource.Reason;
import org.peyvand.web.InboxSource.Section;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page after signing in: everything that waits, or what waits for one reason. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class InboxController {

    private final CurrentActor current;
    private final ObjectProvider<InboxSource> sources;
    private final Clock clock;

    InboxController(CurrentActor current, ObjectProvider<InboxSource> sources, Clock clock) {
        this.current = current;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/")
    String inbox(@RequestParam(required = false) @Nullable String show, Page page, Model model) {
        List<Section> all = fill(show, page, model);
        Reason chosen = reason(show);
        model.addAttribute("name", current.name().orElse(""));
        model.addAttribute(
                "sections",
                all.stream()
                        .filter(section -> chosen == null || section.reason() == chosen)
                        .toList());
        return "web/inbox/inbox";
    }

    /** The tabs and the sentence anew, after something left the list. */
    @GetMapping("/inbox/tabs")
    String tabs(@RequestParam(required = false) @Nullable String show, Page page, Model model) {
        fill(show, page, model);
        return "web/inbox/counts";
    }

    private List<Section> fill(@Nullable String show, Page page, Model model) {
        Actor actor = current.actor();
        List<Section> sections = sources.orderedStream()
                .flatMap(source -> source.sections(actor, page).stream())
                .toList();
        Reason chosen = reason(show);
        model.addAttribute("tabs", tabs(sections, chosen, page));
        model.addAttribute("tabsHref", "/inbox/tabs" + (chosen == null ? "" : "?show=" + chosen.key()));
        model.addAttribute("sentence", sentence(sections, page));
        return sections;
    }

    private static List<Tab> tabs(List<Section> sections, @Nullable Reason chosen, Page page) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        Map<Reason, Boolean> more = new EnumMap<>(Reason.class);
        for (Section section : sections) {
            counts.merge(section.reason(), section.items().size(), Integer::sum);
            more.merge(section.reason(), section.more(), Boolean::logicalOr);
        }
        List<Tab> tabs = new ArrayList<>();
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        tabs.add(new Tab(
                page.t("inbox.tab.all"), "/", chosen == null, count(sum, more.containsValue(true), page), null));
        for (Reason reason : Reason.values()) {
            int count = counts.getOrDefault(reason, 0);
            if (count > 0 || reason == chosen) {
                tabs.add(new Tab(
                        page.t("inbox.tab." + reason.key()),
                        "/?show=" + reason.key(),
                        reason == chosen,
                        count(count, more.getOrDefault(reason, false), page),
                        null));
            }
        }
        return tabs;
    }

    private static String count(int count, boolean more, Page page) {
        return page.number(count) + (more ? "+" : "");
    }

    private static @Nullable Reason reason(@Nullable String key) {
        return Stream.of(Reason.values())
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private String sentence(List<Section> sections, Page page) {
        Presentation reader = page.presentation();
        String day = reader.weekdayDate(reader.dateOf(clock.instant()));
        long waiting = items(sections).count();
        long late = items(sections).filter(item -> item.tone().equals("bad")).count();
        String many = count((int) waiting, sections.stream().anyMatch(Section::more), page);
        if (waiting == 0) {
            return page.t("inbox.sentence.none", day);
        }
        return late == 0
                ? page.t("inbox.sentence", day, many)
                : page.t("inbox.sentence.late", day, many, page.number(late));
    }

    private static Stream<InboxSource.Item> items(List<Section> sections) {
        return sections.stream().flatMap(section -> section.items().stream());
    }
}
