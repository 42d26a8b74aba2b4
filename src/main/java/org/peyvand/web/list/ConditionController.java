package org.peyvand.web.list;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The dialog that adds a condition to a list: a field, a comparison, a value. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class ConditionController {

    private final CurrentActor current;
    private final Models models;
    private final Conditions conditions;

    ConditionController(CurrentActor current, Models models, Conditions conditions) {
        this.current = current;
        this.models = models;
        this.conditions = conditions;
    }

    @GetMapping("/" + ListController.TYPE + "/condition")
    String ask(
            @PathVariable String type,
            ListAddress address,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable String op,
            Page page,
            Model model) {
        ListState state = address.state(type(type));
        model.addAttribute("ask", ask(state, field, op, Map.of(), page));
        return "web/list/condition";
    }

    /** Reads the condition and leads to the narrowed list; what cannot be read is asked again. */
    @GetMapping("/" + ListController.TYPE + "/narrowed")
    String narrow(
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> sent,
            ListAddress address,
            @RequestParam String field,
            @RequestParam String op,
            Page page,
            Model model) {
        ListState state = address.state(type(type));
        Conditions.Read read = conditions.read(current.actor(), state.type(), field, op, sent, page);
        if (read.term() == null) {
            model.addAttribute("ask", ask(state, field, op, read.problems(), page));
            return "web/list/conditionPage";
        }
        JsonNode term = Objects.requireNonNull(read.term());
        return "redirect:" + state.with(term).href();
    }

    private Ask ask(
            ListState state, @Nullable String field, @Nullable String op, Map<String, String> wrong, Page page) {
        String list = "/" + state.type().plural();
        var asking = new Conditions.Asking(
                state.type(), field, op, list + "/narrowed", list + "/condition", state.hidden(true));
        return conditions.ask(current.actor(), asking, every -> true, wrong, page);
    }

    private RecordType type(String plural) {
        return models.current().find(plural).orElseThrow(Refusal.NotFound::new);
    }

    /** Operators in the order in which people look for them. */
    static final List<Operator> ORDER = List.of(
            Operator.CONTAINS,
            Operator.EQ,
            Operator.IN,
            Operator.WITHIN,
            Operator.GE,
            Operator.LE,
            Operator.BETWEEN,
            Operator.GT,
            Operator.LT,
            Operator.STARTS_WITH,
            Operator.ENDS_WITH,
            Operator.HAS_ANY,
            Operator.HAS_ALL,
            Operator.HAS_NONE,
            Operator.NE,
            Operator.NOT_IN,
            Operator.IS_EMPTY,
            Operator.IS_NOT_EMPTY);

    /** Whether people can choose by the field. */
    static boolean isOffered(Field<?> field) {
        return !field.is(Field.Flag.BUILDING)
                && !field.type().operators().isEmpty()
                && !field.type().key().equals("id")
                && !field.type().key().equals("json")
                && !field.type().key().equals("externalKeys");
    }
}
