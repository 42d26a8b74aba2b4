package org.peyvand.web.admin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Tag;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.search.MergingTags;
import org.peyvand.search.TagUse;
import org.peyvand.web.Choice;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Tones;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tags in use: names, colours, merging. */
@Controller
@RequestMapping("/admin/tags")
@Requires(Requires.Permission.ADMINISTRATOR)
class TagsAdmin {

    private static final String HERE = "redirect:/admin/tags";
    private static final int ON_PAGE = 200;

    private final ReadGate reads;
    private final WriteGate writes;
    private final TagUse use;
    private final MergingTags merging;
    private final Labels labels;

    TagsAdmin(ReadGate reads, WriteGate writes, TagUse use, MergingTags merging, Labels labels) {
        this.reads = reads;
        this.writes = writes;
        this.use = use;
        this.merging = merging;
        this.labels = labels;
    }

    @GetMapping
    String list(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after,
            Model model) {
        Query query = Query.of(Tag.TYPE)
                .matching(q.isBlank() ? null : q.strip())
                .limited(ON_PAGE)
                .after(after);
        var found = reads.page(actor, query);
        Map<UUID, Long> uses =
                use.of(found.items().stream().map(StoredRecord::id).toList());
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(tag -> row(tag, uses.getOrDefault(tag.id(), 0L), page))
                        .toList());
        model.addAttribute("words", q);
        model.addAttribute("next", found.next());
        model.addAttribute("colors", colors(page));
        return "web/admin/tags";
    }

    @PostMapping("/{id}")
    String save(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String color,
            RedirectAttributes redirect) {
        Draft draft =
                Draft.of(Tag.NAME, name.isBlank() ? null : name.strip()).set(Tag.COLOR, color.isBlank() ? null : color);
        return write(page, actor, new Write.Update(Tag.TYPE, id, null, draft), "admin.saved", redirect);
    }

    @PostMapping("/{id}/deletion")
    String delete(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        return write(page, actor, new Write.Delete(Tag.TYPE, id, null), "admin.tags.deleted", redirect);
    }

    @PostMapping("/{id}/merge")
    String merge(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID into,
            RedirectAttributes redirect) {
        if (into == null) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(page.t("admin.tags.into.none")));
            return HERE;
        }
        try {
            MergingTags.Started started = merging.start(actor, id, into);
            if (started.job().isPresent()) {
                return "redirect:/jobs/" + started.job().get().id();
            }
            redirect.addFlashAttribute(Note.ATTRIBUTE, undoable(page.t("admin.tags.merged"), started.changeSet()));
        } catch (Refusal.Invalid refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
        }
        return HERE;
    }

    private String write(Page page, Actor actor, Write write, String said, RedirectAttributes redirect) {
        try {
            Written written = writes.write(actor, Batch.of(write));
            redirect.addFlashAttribute(Note.ATTRIBUTE, undoable(page.t(said), written.changeSet()));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
        }
        return HERE;
    }

    private static Note undoable(String sentence, @Nullable UUID changeSet) {
        Note note = Note.good(sentence);
        return changeSet == null ? note : note.undoable("/change-sets/" + changeSet + "/undo");
    }

    private static TagRow row(StoredRecord tag, long uses, Page page) {
        String color = Objects.requireNonNullElse(tag.get(Tag.COLOR), "");
        return new TagRow(
                tag.id().toString(), People.text(tag.get(Tag.NAME)), color, Tones.ofColour(color), page.number(uses));
    }

    private List<Choice> colors(Page page) {
        return Tag.COLOR.type() instanceof ChoiceType choice
                ? choice.options().stream()
                        .map(option -> new Choice(
                                option.key(),
                                labels.option(
                                        Tag.TYPE,
                                        Tag.COLOR,
                                        option.key(),
                                        page.presentation().language())))
                        .toList()
                : List.of();
    }
}
