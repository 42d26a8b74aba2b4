package org.peyvand.web.list;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.peyvand.search.LastViews;
import org.peyvand.search.View;
import org.peyvand.search.Views;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListState.Manner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The records of a type, as a table or in another way, as the address or a saved view says. */
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
    private final ListBars bars;
    private final Totals totals;
    private final Views views;
    private final LastViews lastViews;
    private final ObjectProvider<ListWay> ways;

    ListController(
            CurrentActor current,
            Models models,
            Visibility visibility,
            Layouts layouts,
            Lists lists,
            ListBars bars,
            Totals totals,
            Views views,
            LastViews lastViews,
            ObjectProvider<ListWay> ways) {
        this.layouts = layouts;
        this.current = current;
        this.models = models;
        this.visibility = visibility;
        this.lists = lists;
        this.bars = bars;
        this.totals = totals;
        this.views = views;
        this.lastViews = lastViews;
        this.ways = ways;
    }

    /** Without parameters one comes back to the view that one used last. */
    @GetMapping("/" + TYPE)
    ModelAndView list(
            @PathVariable String type,
            ListAddress address,
            @RequestParam @Nullable String after,
            @RequestParam MultiValueMap<String, String> sent,
            Page page,
            Model model) {
        Actor actor = current.actor();
        RecordType listed = type(type);
        if (address.isBare() && after == null) {
            Optional<UUID> last = lastViews
                    .of(actor, listed)
                    .filter(id -> views.find(actor, listed, id).isPresent());
            if (last.isPresent()) {
                return new ModelAndView("redirect:/" + listed.plural() + "?view=" + last.get());
            }
        }
        if (address.isPlain() && after == null) {
            lastViews.forget(actor, listed);
        }
        UUID id = address.savedView();
        return id == null || address.isEdited()
                ? new ModelAndView(show(actor, address.state(listed), after, sent, page, model))
                : open(actor, listed, id, sent, page, model);
    }

    private ModelAndView open(
            Actor actor, RecordType type, UUID id, MultiValueMap<String, String> sent, Page page, Model model) {
        View view = views.find(actor, type, id).orElse(null);
        if (view == null || !view.usable()) {
            ListState nothing = ListState.of(type, null, null, null, null)
                    .in(new Manner(Manner.TABLE, List.of(), view == null ? null : id));
            return new ModelAndView("web/list/unusable", view == null ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                    .addObject("bar", bars.ofNothing(actor, nothing, page))
                    .addObject("absent", view == null);
        }
        lastViews.remember(actor, type, id);
        ListState state = lists.readable(actor, ListState.of(type, view));
        return new ModelAndView(show(actor, state, null, sent, page, model));
    }

    private String show(
            Actor actor,
            ListState state,
            @Nullable String after,
            MultiValueMap<String, String> sent,
            Page page,
            Model model) {
        return ways.orderedStream()
                .filter(way -> way.key().equals(state.manner().way()) && way.offers(state.type()))
                .findFirst()
                .map(way -> way.show(actor, state, sent, page, model))
                .orElseGet(() -> table(actor, state.by(Manner.TABLE), after, page, model));
    }

    private String table(Actor actor, ListState state, @Nullable String after, Page page, Model model) {
        model.addAttribute("list", lists.page(actor, state, after, page));
        if (after != null) {
            return "web/list/rows";
        }
        model.addAttribute("bar", bars.of(actor, state, page));
        return "web/list/list";
    }

    /** How many there are and what they sum up to: asked after the rows stand. */
    @GetMapping("/" + TYPE + "/totals")
    String totals(@PathVariable String type, ListAddress address, Page page, Model model) {
        model.addAttribute("totals", totals.of(current.actor(), address.state(type(type)), page));
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
