package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Changes one field of a record in its cell of a list. Whoever asks names the columns of the row, since a change may bring
 * others with it.
 */
@Controller
@Requires(Permission.SIGNED_IN)
class EditingCell {

    private static final String CELL = RecordPage.RECORD + "/cells/{field}";
    private static final int MOST_COLUMNS = 60;

    private final Records records;
    private final Facts facts;
    private final InPlace inPlace;
    private final FormReader reader;
    private final WriteGate gate;
    private final Conflicts conflicts;

    EditingCell(Records records, Facts facts, InPlace inPlace, FormReader reader, WriteGate gate, Conflicts conflicts) {
        this.records = records;
        this.facts = facts;
        this.inPlace = inPlace;
        this.reader = reader;
        this.gate = gate;
        this.conflicts = conflicts;
    }

    @GetMapping(CELL)
    String ask(Page page, @PathVariable String type, @PathVariable UUID id, @PathVariable String field, Model model) {
        Subject subject = records.subject(type, id);
        Field<?> asked = field(subject, field, page);
        model.addAttribute("version", subject.record().version());
        return asking(subject, asked, inPlace.ask(subject, asked, page), model);
    }

    /** The row as it stands, for a reader who takes what somebody else wrote. */
    @GetMapping(RecordPage.RECORD + "/cells")
    String row(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam List<String> column,
            Model model) {
        return row(records.subject(type, id), column, page, model);
    }

    @PostMapping(CELL)
    String save(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        Subject before = records.subject(type, id);
        Field<?> changed = field(before, field, page);
        Draft draft = reader.touched(before.type(), records.writable(before.type()), sent, page);
        model.addAttribute("version", EditingRecord.version(sent));
        try {
            if (!draft.values().isEmpty() || !draft.problems().isEmpty()) {
                Write write = new Write.Update(before.type(), id, EditingRecord.version(sent), draft);
                note(gate.write(records.actor(), Batch.of(write)), page, model);
            }
            return row(records.subject(type, id), sent.getOrDefault("column", List.of()), page, model);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(422);
            return asking(before, changed, inPlace.again(before, changed, sent, invalid.problems(), page), model);
        } catch (Refusal.Conflict conflict) {
            response.setStatus(409);
            return asking(before, changed, inPlace.again(before, changed, sent, problems(conflict), page), model);
        } catch (Refusal.Stale stale) {
            response.setStatus(412);
            model.addAttribute("conflict", conflicts.view(before, stale, sent, page));
            model.addAttribute("href", href(before, changed));
            return "web/record/cellConflict";
        }
    }

    private static List<Problem> problems(Refusal.Conflict conflict) {
        return conflict.problems().isEmpty()
                ? List.of(new Problem("", conflict.code(), conflict.arguments()))
                : conflict.problems();
    }

    private static void note(Written written, Page page, Model model) {
        if (written.changeSet() != null) {
            model.addAttribute("note", Toasts.undoable(page.t("record.saved"), written.changeSet()));
        }
    }

    private static String asking(Subject subject, Field<?> field, InPlace.Asked asked, Model model) {
        model.addAttribute("href", href(subject, field));
        model.addAttribute("input", asked.input());
        model.addAttribute("more", asked.more());
        model.addAttribute("problem", asked.problem());
        return "web/record/editCell";
    }

    private String row(Subject subject, List<String> columns, Page page, Model model) {
        List<Fact> cells = columns.stream()
                .limit(MOST_COLUMNS)
                .flatMap(name -> subject.type().find(name).stream())
                .filter(subject.record()::has)
                .map(field -> facts.fact(subject, field, page))
                .toList();
        model.addAttribute("version", subject.record().version());
        model.addAttribute("cells", cells);
        return "web/record/cells";
    }

    private static String href(Subject subject, Field<?> field) {
        return subject.href() + "/cells/" + field.name();
    }

    /** A field that the reader may change in this record. */
    private Field<?> field(Subject subject, String name, Page page) {
        @Nullable Field<?> found = subject.type().find(name).orElse(null);
        if (found == null
                || !subject.record().has(found)
                || !facts.fact(subject, found, page).editable()) {
            throw new Refusal.NotFound();
        }
        return found;
    }
}
