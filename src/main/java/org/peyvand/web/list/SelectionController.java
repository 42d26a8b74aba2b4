package org.peyvand.web.list;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.job.BulkEdit;
import org.peyvand.job.BulkEditing;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.TagEdit;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes what is ticked in a list, or all that the list shows. What is ticked changes at once; all of a list is a job.
 */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class SelectionController {

    private static final Pattern COMMA = Pattern.compile("[,;\\u060c\\u061b]");

    private final CurrentActor current;
    private final Models models;
    private final WriteGate writes;
    private final BulkEditing bulk;
    private final Problems problems;

    SelectionController(CurrentActor current, Models models, WriteGate writes, BulkEditing bulk, Problems problems) {
        this.problems = problems;
        this.current = current;
        this.models = models;
        this.writes = writes;
        this.bulk = bulk;
    }

    /**
     * What is to be done, to which records.
     *
     * @param all {@code true} for all of the list whatever is ticked
     * @param expected how many the list said it holds; absent when it was not counted
     */
    record Sent(
            @Nullable List<UUID> ids,
            @Nullable String all,
            @Nullable String expected,
            @Nullable String filter,
            @Nullable String q,
            @Nullable String sort,
            @Nullable String scope,
            @Nullable String view,
            @Nullable String way,
            @Nullable List<String> columns,
            @Nullable String edited) {

        ListState state(RecordType type) {
            return new ListAddress(filter, q, sort, scope, view, way, columns, edited).state(type);
        }

        @Nullable
        Long expectedCount() {
            return isAll() && expected != null && expected.matches("\\d{1,9}") ? Long.valueOf(expected) : null;
        }

        /** A list found by words is no condition, so that only its ticked rows can be meant. */
        boolean isAll() {
            return "true".equals(all) && (q == null || q.isBlank());
        }
    }

    @PostMapping("/" + ListController.TYPE + "/selection/deletion")
    String delete(@PathVariable String type, Sent sent, Page page, RedirectAttributes redirect) {
        return change(sent.state(type(type)), sent, Change.DELETION, page, redirect);
    }

    @PostMapping("/" + ListController.TYPE + "/selection/owner")
    String give(
            @PathVariable String type,
            Sent sent,
            @RequestParam @Nullable UUID owner,
            Page page,
            RedirectAttributes redirect) {
        ListState state = sent.state(type(type));
        if (owner == null) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(page.t("list.owner.none")));
            return "redirect:" + state.href();
        }
        ObjectNode set = JsonNodeFactory.instance.objectNode().put(SystemFields.OWNER.name(), owner.toString());
        return change(state, sent, new Change(set, Draft.of(SystemFields.OWNER, owner)), page, redirect);
    }

    /** Adds tags to those that each record carries, or takes them away; names are separated by commas. */
    @PostMapping("/" + ListController.TYPE + "/selection/tags")
    String tag(
            @PathVariable String type,
            Sent sent,
            @RequestParam(defaultValue = "") String names,
            @RequestParam(defaultValue = "add") String act,
            Page page,
            RedirectAttributes redirect) {
        ListState state = sent.state(type(type));
        List<String> tags = COMMA.splitAsStream(names)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (tags.isEmpty()) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(page.t("list.tags.none")));
            return "redirect:" + state.href();
        }
        boolean removing = act.equals("remove");
        TagEdit edit = removing ? new TagEdit(List.of(), tags) : new TagEdit(tags, List.of());
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ArrayNode list = set.putObject(SystemFields.TAGS.name()).putArray(removing ? "remove" : "add");
        tags.forEach(list::add);
        return change(state, sent, new Change(set, new Draft().put(SystemFields.TAGS, edit)), page, redirect);
    }

    /**
     * What happens to each record.
     *
     * @param set the values as a job takes them, null when the records are deleted
     * @param draft the same values, null when the records are deleted
     */
    private record Change(
            @Nullable ObjectNode set, @Nullable Draft draft) {

        static final Change DELETION = new Change(null, null);

        Write of(RecordType type, UUID id) {
            return draft == null ? new Write.Delete(type, id, null) : new Write.Update(type, id, null, draft);
        }
    }

    private String change(ListState state, Sent sent, Change change, Page page, RedirectAttributes redirect) {
        RecordType type = state.type();
        if (sent.isAll()) {
            JsonNode filter = Objects.requireNonNullElse(state.filter(), everything());
            BulkEdit edit = new BulkEdit(type.plural(), filter, null, change.set(), sent.expectedCount());
            try {
                return "redirect:/jobs/" + bulk.start(current.actor(), edit).id();
            } catch (Refusal.Conflict moved) {
                redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(problems.sentence(moved, page)));
                return "redirect:" + state.href();
            }
        }
        List<UUID> ids = Objects.requireNonNullElse(sent.ids(), List.of());
        if (!ids.isEmpty()) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, note(write(type, ids, change), change.draft() == null, page));
        }
        return "redirect:" + state.href();
    }

    private Written write(RecordType type, List<UUID> ids, Change change) {
        List<Write> each = ids.stream().map(id -> change.of(type, id)).toList();
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

    private static JsonNode everything() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray("and");
        return all;
    }

    private RecordType type(String plural) {
        return models.current().find(plural).orElseThrow(Refusal.NotFound::new);
    }
}
