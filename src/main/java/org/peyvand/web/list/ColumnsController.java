package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Layouts;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.peyvand.web.Page;
import org.peyvand.web.list.ColumnsForm.Column;
import org.peyvand.web.list.ListState.Manner;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dialog in which the columns of a list are chosen and put into order. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class ColumnsController {

    private static final Set<String> UNFIT = Set.of("id", "json", "externalKeys", "version");

    private final CurrentActor current;
    private final Models models;
    private final Lists lists;
    private final Visibility visibility;
    private final Labels labels;
    private final Layouts layouts;

    ColumnsController(
            CurrentActor current, Models models, Lists lists, Visibility visibility, Labels labels, Layouts layouts) {
        this.layouts = layouts;
        this.current = current;
        this.models = models;
        this.lists = lists;
        this.visibility = visibility;
        this.labels = labels;
    }

    @GetMapping("/" + ListController.TYPE + "/columns")
    String ask(@PathVariable String type, ListAddress address, Page page, Model model) {
        Actor actor = current.actor();
        RecordType listed = models.current()
                .find(type)
                .map(found -> layouts.of(actor, found))
                .orElseThrow(Refusal.NotFound::new);
        ListState state = address.state(listed);
        ListState plain = state.in(
                new Manner(state.manner().way(), List.of(), state.manner().view()));
        model.addAttribute(
                "form",
                new ColumnsForm(
                        listed.plural(),
                        plain.hidden(true),
                        columns(actor, state, page.presentation().language()),
                        plain.href()));
        return "web/list/columns";
    }

    /** The title stands first whatever is chosen, so that it is not offered. */
    private List<Column> columns(Actor actor, ListState state, Locale language) {
        RecordType type = state.type();
        Set<Field<?>> shown = new LinkedHashSet<>(lists.columns(actor, state));
        Set<Field<?>> all = new LinkedHashSet<>(shown);
        type.fields().stream()
                .filter(field -> !UNFIT.contains(field.type().key()) && !UNFIT.contains(field.name()))
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .forEach(all::add);
        all.remove(type.titleField());
        List<Column> columns = new ArrayList<>();
        all.forEach(field ->
                columns.add(new Column(field.name(), labels.field(type, field, language), shown.contains(field))));
        return columns;
    }
}
