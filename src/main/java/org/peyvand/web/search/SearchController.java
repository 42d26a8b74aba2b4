package org.peyvand.web.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The palette's answers and the page of all results. */
@Controller("webSearch")
@Requires(Requires.Permission.SIGNED_IN)
class SearchController {

    private static final int IN_PALETTE = 12;
    private static final int ON_PAGE = 100;

    private final CurrentActor current;
    private final Finds finds;

    SearchController(CurrentActor current, Finds finds) {
        this.current = current;
        this.finds = finds;
    }

    @GetMapping("/search")
    String page(@RequestParam @Nullable String q, Page page, Model model) {
        String words = q == null ? "" : q.strip();
        model.addAttribute("words", words);
        model.addAttribute(
                "found",
                words.isEmpty()
                        ? List.of()
                        : finds.records(
                                current.actor(),
                                words,
                                ON_PAGE,
                                page.presentation().language()));
        return "web/search/page";
    }

    @GetMapping("/search/suggest")
    String suggest(@RequestParam @Nullable String q, Page page, Model model) {
        String words = q == null ? "" : q.strip();
        List<Found> found = new ArrayList<>();
        if (!words.isEmpty()) {
            found.addAll(finds.records(
                    current.actor(), words, IN_PALETTE, page.presentation().language()));
        }
        found.addAll(finds.acts(words, page));
        model.addAttribute("words", words);
        model.addAttribute("found", found);
        return "web/search/suggest";
    }
}
