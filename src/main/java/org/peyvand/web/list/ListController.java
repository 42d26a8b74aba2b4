package org.peyvand.web.list;

import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Layouts;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a record type. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
public class ListController {

    /** Plurals of types; no static file looks like one. */
    public static final String TYPE = "{type:[a-z][a-z0-9-]*}";

    private final CurrentActor current;
    private final Models models;
    private final Visibility visibility;
    private final Layouts layouts;
    private final Lists lists;
    private final Totals totals;

    ListController(
            CurrentActor current, Models models, Visibility visibility, Layouts layouts, Lists lists, Totals totals) {
        this.layouts = layouts;
        this.current = current;
        this.models = models;
        this.visibility = visibility;
        this.lists = lists;
        this.totals = totals;
    }

    @GetMapping("/" + TYPE)
    String list(
            @PathVariable String type,
            @RequestParam @Nullable String filter,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable String scope,
            @RequestParam @Nullable String after,
            Page page,
            Model model) {
        ListState state = ListState.of(type(type), filter, q, sort, scope);
        model.addAttribute("list", lists.page(current.actor(), state, after, page));
        return after == null ? "web/list/list" : "web/list/rows";
    }

    /** How many there are and what they sum up to: asked after the rows stand. */
    @GetMapping("/" + TYPE + "/totals")
    String totals(
            @PathVariable String type,
            @RequestParam @Nullable String filter,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String scope,
            Page page,
            Model model) {
        ListState state = ListState.of(type(type), filter, q, null, scope);
        model.addAttribute("totals", totals.of(current.actor(), state, page));
        return "web/list/totals";
    }

    private RecordType type(String plural) {
        Actor actor = current.actor();
        return models.current()
                .find(plural)
                .filter(type -> !(visibility.reach(actor, type, Operation.READ) instanceof Reach.None))
                .map(type -> layouts.of(actor, type))
                .orElseThrow(Refusal.NotFound::new);
    }
}
