package org.peyvand.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.overlay.OwnFieldTypes;
import org.peyvand.record.overlay.OwnFields;
import org.peyvand.web.Choice;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.peyvand.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The fields of each type: what they are called, and those that the organisation adds. */
@Controller
@RequestMapping("/admin/fields")
@Requires(Requires.Permission.ADMINISTRATOR)
class FieldsAdmin {

    private static final Locale PERSIAN = Locale.of("fa");
    private static final String USUAL = "accounts";

    /** A button that changes the rows of the form and saves nothing. */
    private static final String ASK = "ask";

    private final Models models;
    private final Labels labels;
    private final OwnFields ownFields;
    private final RuleViews rules;

    FieldsAdmin(Models models, Labels labels, OwnFields ownFields, RuleViews rules) {
        this.rules = rules;
        this.models = models;
        this.labels = labels;
        this.ownFields = ownFields;
    }

    @GetMapping
    String list(Page page, @RequestParam(defaultValue = USUAL) String type, Model model) {
        return listing(page, find(type), FieldForm.EMPTY, List.of(), model);
    }

    /** Where the form for a new field is sent, and comes back from when it is refused. */
    @GetMapping("/{type}")
    String list(@PathVariable String type) {
        return here(find(type).plural());
    }

    @PostMapping("/{type}")
    String create(
            Page page,
            Actor actor,
            @PathVariable String type,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FieldForm form = FieldForm.read(sent, FieldForm.EMPTY);
        String ask = sent.getFirst(ASK);
        if (ask != null) {
            return listing(page, find(type), form.arranged(ask), List.of(), model);
        }
        try {
            ownFields.create(actor, find(type).plural(), form.wanted());
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
            return here(type);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(422);
            return listing(page, find(type), form, problems(page, refused), model);
        }
    }

    @GetMapping("/{type}/{name}")
    String edit(Page page, Actor actor, @PathVariable String type, @PathVariable String name, Model model) {
        RecordType found = find(type);
        Field<?> field = found.find(name).orElseThrow(Refusal.NotFound::new);
        FieldForm form = FieldForm.of(found, field, labels);
        model.addAttribute("rules", rules.of(actor, found, field, page));
        return editing(page, found, field, form, List.of(), model);
    }

    @PostMapping("/{type}/{name}")
    String change(
            Page page,
            Actor actor,
            @PathVariable String type,
            @PathVariable String name,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        RecordType found = find(type);
        Field<?> field = found.find(name).orElseThrow(Refusal.NotFound::new);
        FieldForm shown = FieldForm.of(found, field, labels);
        FieldForm form = FieldForm.read(sent, shown);
        String ask = sent.getFirst(ASK);
        if (ask != null) {
            model.addAttribute("rules", rules.of(actor, found, field, page));
            return editing(page, found, field, form.arranged(ask), List.of(), model);
        }
        try {
            ownFields.change(actor, type, name, form.change(field, shown));
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
            return here(type);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(422);
            model.addAttribute("rules", rules.of(actor, found, field, page));
            return editing(page, found, field, form, problems(page, refused), model);
        }
    }

    @PostMapping("/{type}/{name}/retirement")
    String retire(
            Page page, Actor actor, @PathVariable String type, @PathVariable String name, RedirectAttributes redirect) {
        ownFields.retire(actor, find(type).plural(), name);
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("fieldadmin.retired")));
        return here(type);
    }

    @PostMapping("/{type}/{name}/restoration")
    String restore(
            Page page, Actor actor, @PathVariable String type, @PathVariable String name, RedirectAttributes redirect) {
        try {
            ownFields.restore(actor, find(type).plural(), name);
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("fieldadmin.restored")));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
        }
        return here(type);
    }

    private String listing(Page page, RecordType type, FieldForm form, List<Problem> problems, Model model) {
        Locale language = page.presentation().language();
        model.addAttribute("type", type.plural());
        model.addAttribute("typeLabel", labels.many(type, language));
        model.addAttribute("tabs", tabs(type, language));
        model.addAttribute(
                "rows",
                type.fields().stream()
                        .map(field -> row(page, type, field))
                        .sorted(Comparator.comparing(FieldRow::own).reversed())
                        .toList());
        model.addAttribute("retired", ownFields.retired(type.plural()));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "kinds",
                OwnFieldTypes.KEYS.stream()
                        .map(key -> new Choice(key, page.t("fieldtype." + key)))
                        .toList());
        model.addAttribute(
                "targets",
                models.current().types().stream()
                        .map(each -> new Choice(each.plural(), labels.many(each, language)))
                        .toList());
        return "web/admin/fields";
    }

    private String editing(
            Page page, RecordType type, Field<?> field, FieldForm form, List<Problem> problems, Model model) {
        model.addAttribute("type", type.plural());
        model.addAttribute("typeLabel", labels.many(type, page.presentation().language()));
        model.addAttribute("row", row(page, type, field));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "web/admin/field";
    }

    private List<Tab> tabs(RecordType current, Locale language) {
        return models.current().types().stream()
                .filter(type -> !type.is(RecordType.Flag.GUARDED))
                .map(type -> Tab.of(
                        labels.many(type, language), "/admin/fields?type=" + type.plural(), type.equals(current)))
                .toList();
    }

    private FieldRow row(Page page, RecordType type, Field<?> field) {
        int options = FieldForm.options(field).size();
        String detail = field.type() instanceof ReferenceType reference
                ? models.current()
                        .find(reference.target())
                        .map(target -> labels.many(target, page.presentation().language()))
                        .orElse("")
                : options > 0 ? page.t("fieldadmin.options.count", page.number(options)) : "";
        String kind = "fieldtype." + field.type().key();
        return new FieldRow(
                field.name(),
                label(type, field, PERSIAN),
                label(type, field, Locale.ENGLISH),
                page.messages().has(page.presentation().language(), kind)
                        ? page.t(kind)
                        : field.type().key(),
                detail,
                field.is(Field.Flag.REQUIRED),
                field.is(Field.Flag.UNIQUE),
                field.is(Field.Flag.OWN),
                field.is(Field.Flag.BUILDING));
    }

    private static List<Problem> problems(Page page, Refusal refused) {
        return Refused.problems(page, refused).stream()
                .map(each -> new Problem(
                        switch (each.field()) {
                            case "label" -> "persian";
                            case "type" -> "kind";
                            case "options", "target", "unique", "required" -> each.field();
                            default -> "persian";
                        },
                        each.message()))
                .toList();
    }

    private String label(RecordType type, Field<?> field, Locale language) {
        return labels.field(type, field, language);
    }

    private RecordType find(String plural) {
        return models.current().find(plural).orElseThrow(Refusal.NotFound::new);
    }

    private static String here(String type) {
        return "redirect:/admin/fields?type=" + type;
    }
}
