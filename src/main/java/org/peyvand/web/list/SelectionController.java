package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.exchange.ExportRequest;
import org.peyvand.exchange.Exporting;
import org.peyvand.job.BulkEdit;
import org.peyvand.job.BulkEditing;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes what is ticked in a list, or all that the list shows, and exports it. What is ticked changes at once; all of a
 * list is a job.
 */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class SelectionController {

    private final CurrentActor current;
    private final Models models;
    private final WriteGate writes;
    private final BulkEditing bulk;
    private final Exporting exporting;

    SelectionController(CurrentActor current, Models models, WriteGate writes, BulkEditing bulk, Exporting exporting) {
        this.current = current;
        this.models = models;
        this.writes = writes;
        this.bulk = bulk;
        this.exporting = exporting;
    }

    /**
     * What is to be done, to which records.
     *
     * @param all {@code true} for all of the list whatever is ticked
     */
    record Sent(@Nullable List<UUID> ids, @Nullable String all, @Nullable String q) {

        /** A list found by words is no condition, so that only its ticked rows can be meant. */
        boolean isAll() {
            return "true".equals(all) && (q == null || q.isBlank());
        }
    }

    @PostMapping("/" + ListController.TYPE + "/selection/deletion")
    String delete(
            @PathVariable String type, Sent sent, ListAddress address, Page page, RedirectAttributes redirect) {
        return change(address.state(type(type)), sent, null, page, redirect);
    }

    @PostMapping("/" + ListController.TYPE + "/selection/owner")
    String give(
            @PathVariable String type,
            Sent sent,
            ListAddress address,
            @RequestParam @Nullable UUID owner,
            Page page,
            RedirectAttributes redirect) {
        ListState state = address.state(type(type));
        if (owner == null) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(page.t("list.owner.none")));
            return "redirect:" + state.href();
        }
        return change(state, sent, owner, page, redirect);
    }

    /** The whole list as a file, whatever is ticked. */
    @PostMapping("/" + ListController.TYPE + "/selection/export")
    String export(@PathVariable String type, ListAddress address, Page page) {
        ListState state = address.state(type(type));
        var request = new ExportRequest(
                type,
                state.filter(),
                state.sort(),
                null,
                ExportRequest.Format.XLSX,
                true,
                false,
                page.presentation().language());
        return "redirect:/jobs/exports/"
                + exporting.start(current.actor(), request).id();
    }

    private String change(ListState state, Sent sent, @Nullable UUID owner, Page page, RedirectAttributes redirect) {
        RecordType type = state.type();
        if (sent.isAll()) {
            JsonNode filter = Objects.requireNonNullElse(state.filter(), everything());
            BulkEdit edit = new BulkEdit(type.plural(), filter, null, owner == null ? null : set(owner), null);
            return "redirect:/jobs/" + bulk.start(current.actor(), edit).id();
        }
        List<UUID> ids = Objects.requireNonNullElse(sent.ids(), List.of());
        if (!ids.isEmpty()) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, note(write(type, ids, owner), owner == null, page));
        }
        return "redirect:" + state.href();
    }

    private Written write(RecordType type, List<UUID> ids, @Nullable UUID owner) {
        List<Write> each = new ArrayList<>();
        for (UUID id : ids) {
            each.add(
                    owner == null
                            ? new Write.Delete(type, id, null)
                            : new Write.Update(type, id, null, Draft.of(SystemFields.OWNER, owner)));
        }
        return writes.write(
                current.actor(), Batch.of(each).as(Batch.Kind.BULK, "").tolerant());
    }

    private static Note note(Written written, boolean deleted, Page page) {
        long refused = written.outcomes().stream()
                .filter(outcome -> outcome.result() == Outcome.Result.REFUSED)
                .count();
        long well = written.outcomes().size() - refused;
        String key = (deleted ? "list.deleted" : "list.changed") + (refused == 0 ? "" : ".some");
        Note note = Note.good(page.t(key, page.number(well), page.number(refused)));
        return written.changeSet() == null ? note : note.undoable("/change-sets/" + written.changeSet() + "/undo");
    }

    private static ObjectNode set(UUID owner) {
        return JsonNodeFactory.instance.objectNode().put(SystemFields.OWNER.name(), owner.toString());
    }

    private static JsonNode everything() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray("and");
        return all;
    }

    private RecordType type(String plural) {
        return models.current().find(plural).orElseThrow(Refusal.NotFound::new);
    }
}
