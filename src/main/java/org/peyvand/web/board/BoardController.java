package org.peyvand.web.board;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Layouts;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListController;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Input;
import org.peyvand.web.value.Inputs;
import org.peyvand.web.value.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The moves on a board. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class BoardController {

    private final CurrentActor current;
    private final Models models;
    private final Layouts layouts;
    private final Boards boards;
    private final Stages stages;
    private final ReadGate reads;
    private final WriteGate writes;
    private final FormReader forms;
    private final Inputs inputs;
    private final Problems problems;

    BoardController(
            CurrentActor current,
            Models models,
            Layouts layouts,
            Boards boards,
            Stages stages,
            ReadGate reads,
            WriteGate writes,
            FormReader forms,
            Inputs inputs,
            Problems problems) {
        this.current = current;
        this.models = models;
        this.layouts = layouts;
        this.boards = boards;
        this.stages = stages;
        this.reads = reads;
        this.writes = writes;
        this.forms = forms;
        this.inputs = inputs;
        this.problems = problems;
    }

    /** Moves a record to a stage, with the values that the stage asks for; answers the card, or what is missing. */
    @PatchMapping("/" + ListController.TYPE + "/{id}/move")
    ModelAndView move(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam UUID stage,
            @RequestParam @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> sent,
            Page page,
            HttpServletResponse answer) {
        Actor actor = current.actor();
        RecordType moved = type(type);
        Field<?> board = moved.boardField().orElseThrow();
        Object there = stages.find(moved, stage, page)
                .orElseThrow(Refusal.NotFound::new)
                .value();
        Draft draft = forms.sent(moved, others(moved, board), sent, page).put(board, there);
        answer.setHeader("HX-Retarget", "#move-panel");
        answer.setHeader("HX-Reswap", "innerHTML");
        Written written;
        try {
            written = writes.write(actor, Batch.of(new Write.Update(moved, id, version, draft)));
        } catch (Refusal.Invalid missing) {
            return requirements(moved, id, stage, version, missing.problems(), page);
        } catch (Refusal.Stale | Refusal.Forbidden refused) {
            return new ModelAndView("web/board/refused", HttpStatus.CONFLICT)
                    .addObject("sentence", problems.sentence(refused, page));
        }
        answer.setHeader("HX-Trigger-After-Swap", "move-done");
        answer.setHeader("HX-Retarget", "[data-column='" + stage + "'] [data-cards]");
        answer.setHeader("HX-Reswap", "afterbegin");
        var record = reads.find(actor, moved, id).orElseThrow(Refusal.NotFound::new);
        return new ModelAndView("web/board/moved")
                .addObject("placed", sent.containsKey("placed"))
                .addObject("card", boards.card(actor, record, page))
                .addObject("note", moved(written, page));
    }

    private static Note moved(Written written, Page page) {
        Note note = Note.good(page.t("board.moved"));
        return written.changeSet() == null ? note : note.undoable("/change-sets/" + written.changeSet() + "/undo");
    }

    private static Collection<Field<?>> others(RecordType type, Field<?> board) {
        return type.ownFields().stream()
                .filter(field -> !field.name().equals(board.name()) && Inputs.isAsked(field))
                .toList();
    }

    private ModelAndView requirements(
            RecordType type, UUID id, UUID stage, @Nullable Integer version, List<Problem> wrong, Page page) {
        Map<String, String> sentences = problems.byField(wrong, page);
        List<Input> asked = type.ownFields().stream()
                .filter(field -> sentences.containsKey(field.name()) && Inputs.isAsked(field))
                .map(field -> inputs.input(type, field, null, Map.of(), page).wrong(sentences.get(field.name())))
                .toList();
        return new ModelAndView("web/board/requirements", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("href", "/" + type.plural() + "/" + id + "/move")
                .addObject("card", "card-" + id)
                .addObject("stage", stage.toString())
                .addObject("version", version == null ? "" : version.toString())
                .addObject("inputs", asked)
                .addObject("sentences", asked.isEmpty() ? List.copyOf(sentences.values()) : List.of());
    }

    private RecordType type(String plural) {
        return models.current()
                .find(plural)
                .filter(type -> type.boardField().isPresent())
                .map(type -> layouts.of(current.actor(), type))
                .orElseThrow(Refusal.NotFound::new);
    }
}
