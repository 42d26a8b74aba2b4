package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves a record to the recycle bin and back; either offers to be undone instead of asking first. */
@Controller
@Requires(Permission.SIGNED_IN)
class DeletingRecord {

    private static final int MOST = 1_000;

    private final Records records;
    private final WriteGate gate;
    private final Problems problems;

    DeletingRecord(Records records, WriteGate gate, Problems problems) {
        this.problems = problems;
        this.records = records;
        this.gate = gate;
    }

    @PostMapping(RecordPage.RECORD + "/deletion")
    String delete(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Subject subject = records.subject(type, id);
        Written written = gate.write(records.actor(), Batch.of(new Write.Delete(subject.type(), id, null)));
        return Toasts.go(
                owner(subject),
                Toasts.undoable(page.t("record.deleted", subject.title()), written.changeSet()),
                request,
                response);
    }

    /** Where one goes on: at what it belonged to, else at the list. */
    private static String owner(Subject subject) {
        return subject.type()
                .belongsToField()
                .filter(field -> field.type() instanceof ReferenceType)
                .map(field -> "/" + ((ReferenceType) field.type()).target() + "/"
                        + subject.record().values().get(field.name()))
                .orElse("/" + subject.type().plural());
    }

    @PostMapping(RecordPage.RECORD + "/restoration")
    String restore(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Subject subject = records.subject(type, id);
        Batch batch = Batch.of(new Write.Restore(subject.type(), id));
        return Toasts.go(
                subject.href(), restored(batch, page.t("record.restored", subject.title()), page), request, response);
    }

    /** Takes all that was ticked back out of the bin, as one change that can be taken back, or nothing of it. */
    @PostMapping("/bin/restoration")
    String restoreMany(
            Page page,
            @RequestParam String type,
            @RequestParam(defaultValue = "") List<UUID> ids,
            HttpServletRequest request,
            HttpServletResponse response) {
        RecordType found = records.model().find(type).orElseThrow(Refusal.NotFound::new);
        List<Write> writes = ids.stream()
                .limit(MOST)
                .map(id -> (Write) new Write.Restore(found, id))
                .toList();
        Note note = writes.isEmpty()
                ? Note.bad(page.t("record.bin.noneTicked"))
                : restored(Batch.of(writes), page.t("record.restoredMany", page.number(writes.size())), page);
        return Toasts.go("/bin?type=" + found.plural(), note, request, response);
    }

    /** Another record may have taken meanwhile what only one may have. */
    private Note restored(Batch batch, String sentence, Page page) {
        try {
            return Toasts.undoable(sentence, gate.write(records.actor(), batch).changeSet());
        } catch (Refusal.Invalid refused) {
            return Note.bad(said(refused, refused.problems(), page));
        } catch (Refusal.Conflict refused) {
            return Note.bad(said(refused, refused.problems(), page));
        }
    }

    private String said(Refusal refusal, List<Problem> found, Page page) {
        return found.isEmpty()
                ? problems.sentence(refusal, page)
                : String.join(" ", problems.byField(found, page).values());
    }
}
