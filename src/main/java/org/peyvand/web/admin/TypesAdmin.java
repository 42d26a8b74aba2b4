package org.peyvand.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.overlay.BoardFields;
import org.peyvand.record.overlay.OwnTypes;
import org.peyvand.web.Choice;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The record types: what they are called, and those that the organisation adds. */
@Controller
@RequestMapping("/admin/types")
@Requires(Requires.Permission.ADMINISTRATOR)
class TypesAdmin {

    private static final List<String> ICONS = List.of(
            "file-text",
            "box",
            "building",
            "building-store",
            "calendar-event",
            "cash",
            "device-mobile",
            "file-invoice",
            "flag",
            "gift",
            "headset",
            "heart-handshake",
            "home",
            "key",
            "map-pin",
            "medal",
            "package",
            "receipt",
            "shopping-cart",
            "star",
            "target-arrow",
            "ticket",
            "trophy",
            "truck",
            "users",
            "world");

    private final Models models;
    private final Labels labels;
    private final OwnTypes ownTypes;

    TypesAdmin(Models models, Labels labels, OwnTypes ownTypes) {
        this.models = models;
        this.labels = labels;
        this.ownTypes = ownTypes;
    }

    @GetMapping
    String list(Page page, Model model) {
        return listing(page, TypeForm.EMPTY, List.of(), model);
    }

    @PostMapping
    String create(
            Page page,
            Actor actor,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        TypeForm form = TypeForm.read(sent);
        try {
            RecordType made = ownTypes.create(actor, form.wanted());
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("typeadmin.made")));
            return "redirect:/admin/fields?type=" + made.plural();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(422);
            return listing(page, form, problems(page, refused), model);
        }
    }

    @GetMapping("/{type}")
    String edit(Page page, @PathVariable String type, Model model) {
        RecordType found = find(type);
        return editing(page, found, TypeForm.of(found, labels), List.of(), model);
    }

    @PostMapping("/{type}")
    String change(
            Page page,
            Actor actor,
            @PathVariable String type,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        RecordType found = find(type);
        TypeForm form = TypeForm.read(sent);
        try {
            ownTypes.change(actor, type, form.change(TypeForm.of(found, labels)));
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
            return "redirect:/admin/types";
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(422);
            return editing(page, found, form, problems(page, refused), model);
        }
    }

    @PostMapping("/{type}/retirement")
    String retire(Page page, Actor actor, @PathVariable String type, RedirectAttributes redirect) {
        return doing(page, redirect, "typeadmin.retired", () -> ownTypes.retire(actor, type));
    }

    @PostMapping("/{type}/restoration")
    String restore(Page page, Actor actor, @PathVariable String type, RedirectAttributes redirect) {
        return doing(page, redirect, "typeadmin.restored", () -> ownTypes.restore(actor, type));
    }

    private static String doing(Page page, RedirectAttributes redirect, String done, Runnable deed) {
        try {
            deed.run();
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t(done)));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
        }
        return "redirect:/admin/types";
    }

    private String listing(Page page, TypeForm form, List<Problem> problems, Model model) {
        Locale language = page.presentation().language();
        model.addAttribute(
                "rows",
                models.current().types().stream()
                        .map(type -> row(page, type))
                        .sorted(Comparator.comparing(TypeRow::own).reversed().thenComparing(TypeRow::label))
                        .toList());
        model.addAttribute(
                "retired",
                ownTypes.retired().stream()
                        .map(type -> new Choice(type.name(), type.in(language)))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("icons", icons(page, form.icon()));
        model.addAttribute("problems", problems);
        return "web/admin/types";
    }

    private String editing(Page page, RecordType type, TypeForm form, List<Problem> problems, Model model) {
        Locale language = page.presentation().language();
        model.addAttribute("row", row(page, type));
        model.addAttribute("form", form);
        model.addAttribute("icons", icons(page, form.icon()));
        model.addAttribute(
                "sorts",
                type.fields().stream()
                        .filter(field -> field.type().sortable())
                        .map(field -> new Choice(field.name(), labels.field(type, field, language)))
                        .toList());
        model.addAttribute(
                "boards",
                type.ownFields().stream()
                        .filter(field -> BoardFields.isPossible(type, field))
                        .map(field -> new Choice(field.name(), labels.field(type, field, language)))
                        .toList());
        model.addAttribute("problems", problems);
        return "web/admin/type";
    }

    private TypeRow row(Page page, RecordType type) {
        Locale language = page.presentation().language();
        return new TypeRow(
                type.plural(),
                type.icon(),
                labels.many(type, language),
                labels.one(type, language),
                type.is(RecordType.Flag.OWN),
                page.number(type.ownFields().size()),
                type.boardField()
                        .map(field -> labels.field(type, field, language))
                        .orElse(""));
    }

    /** The usual ones, and the one that stands if it is another. */
    private static List<Choice> icons(Page page, String standing) {
        return Stream.concat(ICONS.stream(), Stream.of(standing))
                .distinct()
                .filter(icon -> !icon.isEmpty())
                .map(icon -> new Choice(icon, ICONS.contains(icon) ? page.t("icon." + icon) : page.t("icon.present")))
                .toList();
    }

    private static List<Problem> problems(Page page, Refusal refused) {
        return Refused.problems(page, refused).stream()
                .map(each -> new Problem(
                        switch (each.field()) {
                            case "singularLabel" -> "persianOne";
                            case "defaultSort" -> "sort";
                            case "board", "icon" -> each.field();
                            default -> "persian";
                        },
                        each.message()))
                .toList();
    }

    private RecordType find(String plural) {
        return models.current().find(plural).orElseThrow(Refusal.NotFound::new);
    }
}
