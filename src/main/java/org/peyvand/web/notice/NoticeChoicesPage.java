package org.peyvand.web.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.peyvand.access.Requires;
import org.peyvand.notice.NoticeChoices;
import org.peyvand.notice.NoticeKind;
import org.peyvand.notice.Way;
import org.peyvand.record.Actor;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reader wants to hear where: a row per kind, a column per way. */
@Controller
@RequestMapping("/settings/notices")
@Requires(Requires.Permission.SIGNED_IN)
class NoticeChoicesPage {

    private final NoticeChoices choices;

    NoticeChoicesPage(NoticeChoices choices) {
        this.choices = choices;
    }

    @GetMapping
    String show(Page page, Actor actor, Model model) {
        List<ChoiceRow> rows = new ArrayList<>();
        for (NoticeChoices.Choice choice : choices.of(actor)) {
            NoticeKind kind = choice.kind();
            if (rows.isEmpty() || !rows.getLast().key().equals(kind.key())) {
                rows.add(
                        new ChoiceRow(kind.key(), kind.icon(), page.t("notice.kind." + kind.key()), new ArrayList<>()));
            }
            if (choice.wanted()) {
                rows.getLast().wanted().add(choice.way());
            }
        }
        model.addAttribute("rows", rows);
        model.addAttribute("open", choices.open());
        return "web/notice/choices";
    }

    @PostMapping
    String save(
            Page page, Actor actor, @RequestParam(defaultValue = "") Set<String> wanted, RedirectAttributes redirect) {
        Set<Way> open = choices.open();
        for (NoticeChoices.Choice choice : choices.of(actor)) {
            boolean wants =
                    wanted.contains(choice.kind().key() + "." + choice.way().key());
            if (open.contains(choice.way()) && wants != choice.wanted()) {
                choices.choose(actor, choice.kind().key(), choice.way(), wants);
            }
        }
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
        return "redirect:/settings/notices";
    }
}
