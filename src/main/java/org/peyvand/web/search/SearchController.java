package org.peyvand.web.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.web.Page;
import org.peyvand.web.Spot;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The palette's answers and the page of all results. */
@Controller("webSearch")
@Requires(Requires.Permission.SIGNED_IN)
class SearchController {

    private static final int ON_PAGE = 100;

    private final CurrentActor current;
    private final Finds finds;
    private final Palette palette;
    private final Spots spots;
    private final AtHand atHand;

    SearchController(CurrentActor current, Finds finds, Palette palette, Spots spots, AtHand atHand) {
        this.atHand = atHand;
        this.current = current;
        this.finds = finds;
        this.palette = palette;
        this.spots = spots;
    }

    @GetMapping("/search")
    String page(@RequestParam @Nullable String q, Page page, Model model) {
        String words = q == null ? "" : q.strip();
        List<Found> found = words.isEmpty()
                ? List.of()
                : finds
                        .records(
                                current.actor(),
                                words,
                                ON_PAGE,
                                page.presentation().language())
                        .stream()
                        .map(Finds.Records::found)
                        .toList();
        model.addAttribute("words", words);
        model.addAttribute("found", found);
        model.addAttribute("reading", Reading.of(words, found));
        return "web/search/page";
    }

    /** @param at the path of the page on which the palette was opened */
    @GetMapping("/search/suggest")
    String suggest(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String at,
            Page page,
            Model model,
            HttpServletRequest request) {
        String words = q == null ? "" : q.strip();
        Actor actor = current.actor();
        Spot spot = spots.at(actor, at);
        List<Found> found = new ArrayList<>();
        if (words.isEmpty()) {
            found.addAll(atHand.of(actor, page));
            found.addAll(palette.atFirst(actor, spot, page, request));
        } else {
            found.addAll(palette.answering(words, actor, spot, page, request));
        }
        model.addAttribute("words", words);
        model.addAttribute("found", found);
        model.addAttribute("reading", Reading.of(words, found));
        return "web/search/suggest";
    }
}
