package org.peyvand.web.inbox;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.web.InboxSource;
import org.peyvand.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in. */
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
    String inbox(Page page, Model model) {
        Actor actor = current.actor();
        List<InboxSource.Section> sections = sources.orderedStream()
                .flatMap(source -> source.sections(actor, page).stream())
                .toList();
        model.addAttribute("name", current.name().orElse(""));
        model.addAttribute("sections", sections);
        model.addAttribute("sentence", sentence(sections, page));
        return "web/inbox/inbox";
    }

    private String sentence(List<InboxSource.Section> sections, Page page) {
        Presentation reader = page.presentation();
        String day = reader.weekdayDate(reader.dateOf(clock.instant()));
        long waiting = items(sections).count();
        long late = items(sections).filter(item -> item.tone().equals("bad")).count();
        if (waiting == 0) {
            return page.t("inbox.sentence.none", day);
        }
        return late == 0
                ? page.t("inbox.sentence", day, page.number(waiting))
                : page.t("inbox.sentence.late", day, page.number(waiting), page.number(late));
    }

    private static Stream<InboxSource.Item> items(List<InboxSource.Section> sections) {
        return sections.stream().flatMap(section -> section.items().stream());
    }
}
