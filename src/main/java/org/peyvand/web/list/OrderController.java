package org.peyvand.web.list;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.search.Favourites;
import org.peyvand.search.SavedView;
import org.peyvand.search.View;
import org.peyvand.search.Views;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts what has a star, and the saved views that the reader may change, into an order of the reader's own. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class OrderController {

    private static final String FAVOURITES = "/favourites/order";
    private static final String VIEWS = "/" + ListController.TYPE + "/views/order";
    private static final String DIALOG = "web/list/order";

    private final CurrentActor current;
    private final Models models;
    private final Favourites favourites;
    private final Views views;
    private final WriteGate writes;

    OrderController(CurrentActor current, Models models, Favourites favourites, Views views, WriteGate writes) {
        this.current = current;
        this.models = models;
        this.favourites = favourites;
        this.views = views;
        this.writes = writes;
    }

    @GetMapping(FAVOURITES)
    String favourites(Page page, Model model) {
        List<OrderForm.Item> items = favourites.of(current.actor(), Favourites.MOST).stream()
                .map(name ->
                        new OrderForm.Item(name.ref().id().toString(), Objects.requireNonNullElse(name.name(), "")))
                .toList();
        model.addAttribute("form", new OrderForm(FAVOURITES, page.t("favourite.order"), true, items));
        return DIALOG;
    }

    @PostMapping(FAVOURITES)
    String arrangeFavourites(
            @RequestParam(defaultValue = "") List<UUID> order,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            HttpServletResponse response) {
        favourites.arrange(current.actor(), order);
        response.setHeader("HX-Refresh", "true");
        return partial == null ? "redirect:/" : "web/record/nothing";
    }

    @GetMapping(VIEWS)
    String views(@PathVariable String type, Page page, Model model) {
        List<OrderForm.Item> items = changeable(current.actor(), type(type)).stream()
                .map(view -> new OrderForm.Item(view.id().toString(), view.name()))
                .toList();
        model.addAttribute("form", new OrderForm("/" + type + "/views/order", page.t("view.order"), false, items));
        return DIALOG;
    }

    /** Views of others stand where they stood. */
    @PostMapping(VIEWS)
    String arrangeViews(
            @PathVariable String type,
            @RequestParam(defaultValue = "") List<UUID> order,
            Page page,
            RedirectAttributes redirect) {
        Actor actor = current.actor();
        Set<UUID> mine = changeable(actor, type(type)).stream().map(View::id).collect(Collectors.toSet());
        List<Write> moves = new ArrayList<>();
        for (UUID id : order.stream().distinct().filter(mine::contains).toList()) {
            moves.add(new Write.Update(SavedView.TYPE, id, null, Draft.of(SavedView.POSITION, moves.size() + 1L)));
        }
        if (!moves.isEmpty()) {
            Written written = writes.write(actor, Batch.of(moves));
            Note note = Note.good(page.t("view.ordered"));
            redirect.addFlashAttribute(
                    Note.ATTRIBUTE,
                    written.changeSet() == null
                            ? note
                            : note.undoable("/change-sets/" + written.changeSet() + "/undo"));
        }
        return "redirect:/" + type + "?view=table";
    }

    private List<View> changeable(Actor actor, RecordType type) {
        return views.of(actor, type).stream().filter(View::changeable).toList();
    }

    private RecordType type(String plural) {
        return models.current().find(plural).orElseThrow(Refusal.NotFound::new);
    }
}
