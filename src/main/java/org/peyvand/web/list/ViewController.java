package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Reach.Audience;
import org.peyvand.record.query.Count;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.search.SavedView;
import org.peyvand.search.View;
import org.peyvand.search.Views;
import org.peyvand.web.Choice;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Keeps what a list shows as a view, changes views and takes them away; each act can be undone. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class ViewController {

    private static final String ID = "/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}";
    private static final int COUNTED = 12;
    private static final int COUNTED_TO = 999;
    private static final long MILLISECONDS = 2_000;

    private final CurrentActor current;
    private final Models models;
    private final Views views;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Lists lists;
    private final Problems problems;

    ViewController(
            CurrentActor current,
            Models models,
            Views views,
            ReadGate reads,
            WriteGate writes,
            Lists lists,
            Problems problems) {
        this.current = current;
        this.models = models;
        this.views = views;
        this.reads = reads;
        this.writes = writes;
        this.lists = lists;
        this.problems = problems;
    }

    /** A view found by search or among the stars leads to what it shows. */
    @GetMapping("/views" + ID)
    String show(@PathVariable UUID id) {
        String type = views.typeOf(current.actor(), id).orElseThrow(Refusal.NotFound::new);
        return "redirect:/" + type + "?view=" + id;
    }

    @GetMapping("/" + ListController.TYPE + "/views/new")
    String ask(@PathVariable String type, ListAddress address, Page page, Model model) {
        model.addAttribute("form", form(address.state(type(type)), "", Audience.MINE, page));
        return "web/list/view";
    }

    @PostMapping("/" + ListController.TYPE + "/views")
    ModelAndView save(
            @PathVariable String type,
            ListAddress address,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = Audience.MINE) String shownTo,
            Page page,
            RedirectAttributes redirect) {
        ListState state = address.state(type(type));
        Draft draft = shown(state, page)
                .set(SavedView.OF, type)
                .set(SavedView.NAME, name.strip())
                .set(SavedView.SCOPE, shownTo);
        try {
            Written written = write(new Write.Create(SavedView.TYPE, null, draft));
            redirect.addFlashAttribute(Note.ATTRIBUTE, note("view.saved", written, page));
            return new ModelAndView("redirect:/" + type + "?view="
                    + Objects.requireNonNull(written.single().id()));
        } catch (Refusal.Invalid | Refusal.Forbidden refused) {
            return again(form(state, name, shownTo, page), refused, page);
        }
    }

    @GetMapping("/" + ListController.TYPE + "/views" + ID + "/edit")
    String edit(@PathVariable String type, @PathVariable UUID id, Page page, Model model) {
        View view = views.find(current.actor(), type(type), id).orElseThrow(Refusal.NotFound::new);
        model.addAttribute("form", form(type, view, view.name(), view.scope(), page));
        return "web/list/view";
    }

    @PostMapping("/" + ListController.TYPE + "/views" + ID)
    ModelAndView rename(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = Audience.MINE) String shownTo,
            Page page,
            RedirectAttributes redirect) {
        View view = views.find(current.actor(), type(type), id).orElseThrow(Refusal.NotFound::new);
        Draft draft = Draft.of(SavedView.NAME, name.strip()).set(SavedView.SCOPE, shownTo);
        try {
            Written written = write(new Write.Update(SavedView.TYPE, id, null, draft));
            return to("/" + type + "?view=" + id, note("view.changed", written, page), redirect);
        } catch (Refusal.Invalid | Refusal.Forbidden refused) {
            return again(form(type, view, name, shownTo, page), refused, page);
        }
    }

    /** Makes the view show what the list shows now. */
    @PostMapping("/" + ListController.TYPE + "/views" + ID + "/state")
    ModelAndView update(
            @PathVariable String type,
            @PathVariable UUID id,
            ListAddress address,
            Page page,
            RedirectAttributes redirect) {
        ListState state = address.state(type(type));
        Written written = write(new Write.Update(SavedView.TYPE, id, null, shown(state, page)));
        return to("/" + type + "?view=" + id, note("view.changed", written, page), redirect);
    }

    @PostMapping("/" + ListController.TYPE + "/views" + ID + "/deletion")
    ModelAndView delete(@PathVariable String type, @PathVariable UUID id, Page page, RedirectAttributes redirect) {
        Written written = write(new Write.Delete(SavedView.TYPE, id, null));
        return to("/" + type(type).plural() + "?view=table", note("view.deleted", written, page), redirect);
    }

    /** How many records each view holds, as far as a glance tells. */
    @GetMapping("/" + ListController.TYPE + "/views/counts")
    String counts(@PathVariable String type, Page page, Model model) {
        Actor actor = current.actor();
        RecordType counted = type(type);
        long until = System.nanoTime() + MILLISECONDS * 1_000_000;
        Map<String, String> counts = new LinkedHashMap<>();
        for (View view : views.of(actor, counted).stream().limit(COUNTED).toList()) {
            if (view.usable() && System.nanoTime() < until) {
                reads.glance(actor, lists.query(actor, lists.readable(actor, ListState.of(counted, view))), COUNTED_TO)
                        .ifPresent(count -> counts.put(view.id().toString(), words(count, page)));
            }
        }
        model.addAttribute("counts", counts);
        return "web/list/counts";
    }

    private static String words(Count count, Page page) {
        return count.capped() ? page.t("view.count.more", page.number(count.count())) : page.number(count.count());
    }

    private static Draft shown(ListState state, Page page) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        state.manner().columns().forEach(columns::add);
        return Draft.of(SavedView.KIND, state.manner().way())
                .set(SavedView.FILTER, state.filter())
                .set(SavedView.DENSITY, page.look().density().equals("compact") ? "compact" : null)
                .set(SavedView.WORDS, state.words())
                .set(SavedView.SORT, state.sort())
                .set(SavedView.COLUMNS, columns.isEmpty() ? null : columns);
    }

    private ViewForm form(ListState state, String name, String scope, Page page) {
        String href = "/" + state.type().plural() + "/views";
        return new ViewForm(href, true, name, scope, scopes(page, ""), state.hidden(true), null, null);
    }

    private ViewForm form(String type, View view, String name, String scope, Page page) {
        String href = "/" + type + "/views/" + view.id();
        return new ViewForm(href, false, name, scope, scopes(page, view.scope()), List.of(), null, null);
    }

    private List<Choice> scopes(Page page, String standing) {
        Actor actor = current.actor();
        List<Choice> scopes = new ArrayList<>();
        scopes.add(new Choice(Audience.MINE, page.t("option.views.scope.mine")));
        if (actor.homeTeam() != null || standing.equals(Audience.TEAM)) {
            scopes.add(new Choice(Audience.TEAM, page.t("option.views.scope.team")));
        }
        if (views.mayPublish(actor) || standing.equals(Audience.EVERYONE)) {
            scopes.add(new Choice(Audience.EVERYONE, page.t("option.views.scope.everyone")));
        }
        return scopes;
    }

    private ModelAndView again(ViewForm form, Refusal refused, Page page) {
        Map<String, String> sentences =
                refused instanceof Refusal.Invalid invalid ? problems.byField(invalid.problems(), page) : Map.of();
        @Nullable String ofName = sentences.get(SavedView.NAME.name());
        String other = sentences.entrySet().stream()
                .filter(each -> !each.getKey().equals(SavedView.NAME.name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(sentences.isEmpty() ? problems.sentence(refused, page) : null);
        return new ModelAndView("web/list/viewPage", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form.refused(ofName, other));
    }

    private Written write(Write write) {
        return writes.write(current.actor(), Batch.of(write));
    }

    private static ModelAndView to(String href, Note note, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Note.ATTRIBUTE, note);
        return new ModelAndView("redirect:" + href);
    }

    private static Note note(String key, Written written, Page page) {
        Note note = Note.good(page.t(key));
        return written.changeSet() == null ? note : note.undoable("/change-sets/" + written.changeSet() + "/undo");
    }

    private RecordType type(String plural) {
        return models.current().find(plural).orElseThrow(Refusal.NotFound::new);
    }
}
