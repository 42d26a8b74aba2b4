package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Moves a record to the recycle bin and back; either offers to be undone instead of asking first. */
@Controller
@Requires(Permission.SIGNED_IN)
class DeletingRecord {

    private final Records records;
    private final WriteGate gate;

    DeletingRecord(Records records, WriteGate gate) {
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
        Written written = gate.write(records.actor(), Batch.of(new Write.Restore(subject.type(), id)));
        return Toasts.go(
                subject.href(),
                Toasts.undoable(page.t("record.restored", subject.title()), written.changeSet()),
                request,
                response);
    }
}
