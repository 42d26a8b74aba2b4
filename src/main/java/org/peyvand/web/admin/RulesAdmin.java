package org.peyvand.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.FieldRule;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.overlay.OwnFields;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.peyvand.web.Tab;
import org.peyvand.web.admin.RuleViews.When;
import org.peyvand.web.list.Ask;
import org.peyvand.web.list.Conditions;
import org.peyvand.web.list.ListPage.Hidden;
import org.peyvand.web.list.ListState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Builds a rule of a field from conditions, as a list is narrowed; until it is saved the address alone holds it. */
@Controller
@RequestMapping("/admin/fields/{type}/{name}/rules/{when}")
@Requires(Requires.Permission.ADMINISTRATOR)
class RulesAdmin {

    private final Models models;
    private final Labels labels;
    private final OwnFields ownFields;
    private final Conditions conditions;
    private final RuleViews views;

    RulesAdmin(Models models, Labels labels, OwnFields ownFields, Conditions conditions, RuleViews views) {
        this.models = models;
        this.labels = labels;
        this.ownFields = ownFields;
        this.conditions = conditions;
        this.views = views;
    }

    /** Which rule of which field, as the address says it. */
    record Place(String type, String name, String when) {

        String field() {
            return "/admin/fields/" + type + "/" + name;
        }

        String href() {
            return field() + "/rules/" + when;
        }

        String href(RuleTerms terms) {
            return href() + "?" + ListState.parameter("filter", terms.text());
        }

        When rule() {
            return Arrays.stream(When.values())
                    .filter(each -> each.trait.equals(when))
                    .findFirst()
                    .orElseThrow(Refusal.NotFound::new);
        }
    }

    /** From the path alone: a field may be called as a hole of it, and its value is sent under that name. */
    @ModelAttribute("place")
    Place place(@PathVariable String type, @PathVariable String name, @PathVariable String when) {
        return new Place(type, name, when);
    }

    @GetMapping
    String show(
            Page page,
            Actor actor,
            @ModelAttribute(name = "place", binding = false) Place place,
            @RequestParam @Nullable String filter,
            Model model) {
        RecordType type = type(place);
        FieldRule standing = type.rules().getOrDefault(field(place).name(), FieldRule.NONE);
        RuleTerms terms = filter == null ? RuleTerms.of(place.rule().of(standing)) : RuleTerms.read(filter);
        return building(page, actor, place, terms, List.of(), model);
    }

    @GetMapping("/condition")
    String ask(
            Page page,
            Actor actor,
            @ModelAttribute(name = "place", binding = false) Place place,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        model.addAttribute("ask", ask(page, actor, place, RuleTerms.read(filter), sent, Map.of()));
        return "web/list/condition";
    }

    /** Reads the condition and leads to the rule with it; what cannot be read is asked again. */
    @GetMapping("/narrowed")
    String narrow(
            Page page,
            Actor actor,
            @ModelAttribute(name = "place", binding = false) Place place,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        RuleTerms terms = RuleTerms.read(filter);
        String compared = Objects.requireNonNullElse(sent.getFirst("field"), "");
        String operator = Objects.requireNonNullElse(sent.getFirst("op"), "");
        Conditions.Read read = conditions.read(actor, type(place), compared, operator, sent, page);
        if (read.term() == null) {
            model.addAttribute("ask", ask(page, actor, place, terms, sent, read.problems()));
            return "web/list/conditionPage";
        }
        return "redirect:" + place.href(terms.with(Objects.requireNonNull(read.term())));
    }

    @PostMapping
    String save(
            Page page,
            Actor actor,
            @ModelAttribute(name = "place", binding = false) Place place,
            @RequestParam(defaultValue = "") String filter,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        RuleTerms terms = RuleTerms.read(filter);
        try {
            ownFields.change(actor, place.type(), place.name(), place.rule().change(terms.filter()));
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
            return "redirect:" + place.field();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(422);
            return building(page, actor, place, terms, Refused.problems(page, refused), model);
        }
    }

    private String building(Page page, Actor actor, Place place, RuleTerms terms, List<Problem> problems, Model model) {
        RecordType type = type(place);
        String rule = place.rule().trait;
        model.addAttribute(
                "rule",
                new RuleView(
                        rule,
                        terms.any(),
                        views.parts(actor, type, terms, nth -> place.href(terms.without(nth)), page),
                        place.href()));
        model.addAttribute("addHref", place.href() + "/condition?" + ListState.parameter("filter", terms.text()));
        model.addAttribute("filter", terms.text());
        model.addAttribute(
                "fieldLabel",
                labels.field(type, field(place), page.presentation().language()));
        model.addAttribute("fieldHref", place.field());
        model.addAttribute(
                "ways",
                terms.terms().size() < 2
                        ? List.of()
                        : List.of(way(page, place, terms, false), way(page, place, terms, true)));
        model.addAttribute("problems", problems);
        return "web/admin/ruleBuilding";
    }

    private static Tab way(Page page, Place place, RuleTerms terms, boolean any) {
        return Tab.of(
                page.t(any ? "ruleadmin.any" : "ruleadmin.all"), place.href(terms.joined(any)), any == terms.any());
    }

    private Ask ask(
            Page page,
            Actor actor,
            Place place,
            RuleTerms terms,
            MultiValueMap<String, String> sent,
            Map<String, String> wrong) {
        var asking = new Conditions.Asking(
                type(place),
                sent.getFirst("field"),
                sent.getFirst("op"),
                place.href() + "/narrowed",
                place.href() + "/condition",
                List.of(new Hidden("filter", terms.text())));
        return conditions.ask(actor, asking, RulesAdmin::isJudged, wrong, page);
    }

    /** Tags are in no column of a record, so no rule can ask for them. */
    private static boolean isJudged(Field<?> field) {
        return !(field.type() instanceof TagsType);
    }

    private RecordType type(Place place) {
        return models.current().find(place.type()).orElseThrow(Refusal.NotFound::new);
    }

    private Field<?> field(Place place) {
        return type(place).find(place.name()).orElseThrow(Refusal.NotFound::new);
    }
}
