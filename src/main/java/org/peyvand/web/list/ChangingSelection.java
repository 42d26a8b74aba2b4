package org.peyvand.web.list;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.job.BulkEdit;
import org.peyvand.job.BulkEditing;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.AddressesType;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.query.Count;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Input;
import org.peyvand.web.value.Inputs;
import org.peyvand.web.value.Problems;
import org.peyvand.web.value.Retyped;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes several fields of what is ticked in a list, or of all that it shows, by a job that can be taken back. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class ChangingSelection {

    private static final String CLEAR = "clear";
    private static final String EXPECTED = "expected";

    private final CurrentActor current;
    private final Models models;
    private final Visibility visibility;
    private final ReadGate gate;
    private final Lists lists;
    private final Inputs inputs;
    private final FormReader reader;
    private final Problems problems;
    private final BulkEditing bulk;

    ChangingSelection(
            CurrentActor current,
            Models models,
            Visibility visibility,
            ReadGate gate,
            Lists lists,
            Inputs inputs,
            FormReader reader,
            Problems problems,
            BulkEditing bulk) {
        this.current = current;
        this.models = models;
        this.visibility = visibility;
        this.gate = gate;
        this.lists = lists;
        this.inputs = inputs;
        this.reader = reader;
        this.problems = problems;
        this.bulk = bulk;
    }

    @PostMapping("/" + ListController.TYPE + "/selection/edit")
    String ask(
            @PathVariable String type,
            SelectionController.Sent which,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Page page,
            Model model) {
        RecordType found = models.current().find(type).orElseThrow(Refusal.NotFound::new);
        model.addAttribute("form", form(found, which, sent, Map.of(), page));
        return "web/list/selection";
    }

    @PostMapping("/" + ListController.TYPE + "/selection/values")
    String write(
            @PathVariable String type,
            SelectionController.Sent which,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Page page,
            HttpServletResponse response,
            Model model) {
        RecordType found = models.current().find(type).orElseThrow(Refusal.NotFound::new);
        Draft draft = draft(found, sent, page);
        Map<String, String> wrong = draft.problems().isEmpty() && draft.values().isEmpty()
                ? Map.of("", page.t("list.edit.nothing"))
                : problems.byField(draft.problems(), page);
        if (wrong.isEmpty()) {
            try {
                response.setHeader("HX-Redirect", "/jobs/" + start(found, which, draft));
                return "web/record/nothing";
            } catch (Refusal.Conflict moved) {
                wrong = Map.of("", problems.sentence(moved, page));
            } catch (Refusal.Invalid invalid) {
                wrong = problems.byField(invalid.problems(), page);
            }
        }
        response.setStatus(422);
        model.addAttribute("form", form(found, which, sent, wrong, page));
        model.addAttribute("problem", wrong.get(""));
        return "web/list/selection";
    }

    private UUID start(RecordType type, SelectionController.Sent which, Draft draft) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        draft.values().forEach((name, value) -> set.set(name, json(type.field(name), value)));
        JsonNode filter = which.isAll()
                ? Objects.requireNonNullElseGet(which.state(type).filter(), ChangingSelection::everything)
                : null;
        List<UUID> ids = which.isAll() ? null : Objects.requireNonNullElse(which.ids(), List.of());
        return bulk.start(current.actor(), new BulkEdit(type.plural(), filter, ids, set, which.expectedCount()))
                .id();
    }

    private static JsonNode everything() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray("and");
        return all;
    }

    @SuppressWarnings("unchecked")
    private static <T> JsonNode json(Field<T> field, @Nullable Object value) {
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : field.type().toJson((T) value);
    }

    private Draft draft(RecordType type, LinkedMultiValueMap<String, String> sent, Page page) {
        List<Field<?>> fields = fields(type);
        Draft draft = reader.touched(type, fields, sent, page);
        Set<String> cleared = new LinkedHashSet<>(sent.getOrDefault(CLEAR, List.of()));
        fields.stream()
                .filter(field -> cleared.contains(field.name()) && !field.is(Field.Flag.REQUIRED))
                .forEach(field -> draft.put(field, null));
        return draft;
    }

    private SelectionForm form(
            RecordType type,
            SelectionController.Sent which,
            LinkedMultiValueMap<String, String> sent,
            Map<String, String> wrong,
            Page page) {
        List<ListPage.Hidden> kept = new ArrayList<>(which.state(type).hidden(true));
        String whom;
        if (which.isAll()) {
            Count count = gate.count(current.actor(), lists.query(current.actor(), which.state(type)));
            kept.add(new ListPage.Hidden("all", "true"));
            if (!count.capped()) {
                kept.add(new ListPage.Hidden(EXPECTED, Integer.toString(count.count())));
            }
            whom = page.t("list.edit.all", page.number(count.count()) + (count.capped() ? "+" : ""));
        } else {
            List<UUID> ids = Objects.requireNonNullElse(which.ids(), List.of());
            ids.forEach(id -> kept.add(new ListPage.Hidden("ids", id.toString())));
            whom = page.t("list.edit.some", page.number(ids.size()));
        }
        List<SelectionForm.Asked> asked = fields(type).stream()
                .map(field -> {
                    Input blank = inputs.input(type, field, null, Map.of(), page);
                    // Whatever is left out stays as it is, so that nothing is demanded here.
                    return new SelectionForm.Asked(
                            Retyped.of(blank, sent)
                                    .wrong(wrong.get(field.name()))
                                    .demanded(false),
                            !field.is(Field.Flag.REQUIRED));
                })
                .toList();
        return new SelectionForm("/" + type.plural() + "/selection/values", whom, kept, asked);
    }

    /** What many records can share; names, addresses and numbers belong to one. */
    private List<Field<?>> fields(RecordType type) {
        Actor actor = current.actor();
        if (type.is(RecordType.Flag.GUARDED)) {
            throw new Refusal.NotFound();
        }
        return type.fields().stream()
                .filter(Inputs::isAsked)
                .filter(field -> !isItsOwn(type, field))
                .filter(field -> visibility.access(actor, type, field) == FieldAccess.WRITABLE)
                .toList();
    }

    private static boolean isItsOwn(RecordType type, Field<?> field) {
        return switch (field.type()) {
            case ContactPointsType _, AddressesType _, EmailType _, PhoneType _ -> true;
            default ->
                field.is(Field.Flag.UNIQUE)
                        || field.is(Field.Flag.IDENTIFYING)
                        || field.name().equals(type.titleField().name())
                        || (type.isCompared()
                                && type.nameParts().stream()
                                        .anyMatch(each -> each.name().equals(field.name())));
        };
    }
}
