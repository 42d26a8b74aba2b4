package org.peyvand.web.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Hands a record of the inbox over to a colleague: it is theirs from then on. */
@Controller
@RequestMapping("/inbox/{type:[a-z][a-z0-9-]*}/{id}/referral")
@Requires(Requires.Permission.SIGNED_IN)
class Referring {

    private static final String ROW = "[a-z]+-[0-9a-f-]{36}";

    private final CurrentActor current;
    private final Models models;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Problems problems;

    Referring(CurrentActor current, Models models, ReadGate reads, WriteGate writes, Problems problems) {
        this.current = current;
        this.models = models;
        this.reads = reads;
        this.writes = writes;
        this.problems = problems;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String row,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page) {
        return dialog(new RecordRef(type, id), row, partial);
    }

    @PostMapping
    ModelAndView refer(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String row,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            Page page,
            HttpServletResponse response) {
        RecordRef ref = new RecordRef(type, id);
        if (owner == null) {
            return refused(dialog(ref, row, partial), problems.sentence("required", List.of(), page));
        }
        try {
            Write write = new Write.Update(type(type), id, null, Draft.of(SystemFields.OWNER, owner));
            Note note = note(writes.write(current.actor(), Batch.of(write)), name(owner), page);
            response.setHeader("HX-Reswap", "none");
            response.setHeader("HX-Trigger", "inbox-changed, dialog-close");
            return partial == null
                    ? new ModelAndView("redirect:/")
                    : new ModelAndView("web/inbox/referred")
                            .addObject("note", note)
                            .addObject("row", row(row));
        } catch (Refusal.Invalid refused) {
            String sentence =
                    String.join(" ", problems.byField(refused.problems(), page).values());
            return refused(dialog(ref, row, partial), sentence);
        } catch (Refusal.Forbidden refused) {
            return refused(dialog(ref, row, partial), problems.sentence(refused, page));
        }
    }

    private static ModelAndView refused(ModelAndView dialog, String sentence) {
        dialog.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return dialog.addObject("problem", sentence);
    }

    private ModelAndView dialog(RecordRef ref, String row, @Nullable String partial) {
        RecordType type = type(ref.type());
        StoredRecord record = reads.find(current.actor(), type, ref.id()).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView(partial == null ? "web/inbox/referPage" : "web/inbox/refer")
                .addObject(
                        "title",
                        Objects.toString(record.values().get(type.titleField().name()), ""))
                .addObject("action", "/inbox/" + ref.type() + "/" + ref.id() + "/referral")
                .addObject("row", row(row));
    }

    /** What comes from outside goes back as an id of the page or not at all. */
    private static String row(String row) {
        return row.matches(ROW) ? row : "";
    }

    private String name(UUID user) {
        RecordRef ref = new RecordRef("users", user);
        RecordName name = reads.names(current.actor(), List.of(ref)).get(ref);
        return name == null ? "" : Objects.requireNonNullElse(name.name(), "");
    }

    private static Note note(Written written, String name, Page page) {
        Note note = Note.good(page.t("inbox.refer.note", name));
        return written.changeSet() == null ? note : note.undoable("/change-sets/" + written.changeSet() + "/undo");
    }

    private RecordType type(String plural) {
        return models.current()
                .find(plural)
                .filter(type -> type.is(RecordType.Flag.OWNED))
                .orElseThrow(Refusal.NotFound::new);
    }
}
