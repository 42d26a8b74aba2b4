package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The way of a record through the columns of its board; a press on a step moves it there. */
@Controller
@Requires(Permission.SIGNED_IN)
class StagePath {

    private static final int MOST = 50;

    private final Records records;
    private final Labels labels;

    StagePath(Records records, Labels labels) {
        this.records = records;
        this.labels = labels;
    }

    @GetMapping(RecordPage.RECORD + "/path")
    String show(Page page, @PathVariable String type, @PathVariable UUID id, Model model) {
        Subject subject = records.subject(type, id);
        Field<?> stage = subject.type().boardField().filter(StagePath::isWalked).orElseThrow(Refusal.NotFound::new);
        model.addAttribute("field", stage.name());
        model.addAttribute(
                "label", labels.field(subject.type(), stage, page.presentation().language()));
        model.addAttribute("steps", steps(subject, stage));
        model.addAttribute("action", subject.href());
        model.addAttribute("version", subject.record().version());
        model.addAttribute(
                "movable",
                !subject.record().deleted() && subject.may(Operation.UPDATE) && records.writes(subject.type(), stage));
        return "web/record/path";
    }

    /** Whether records of the type go from stage to stage; the options of a choice are no way. */
    static boolean isWalked(RecordType type) {
        return type.boardField().filter(StagePath::isWalked).isPresent();
    }

    private static boolean isWalked(Field<?> board) {
        return board.type() instanceof ReferenceType;
    }

    private List<PathStep> steps(Subject subject, Field<?> field) {
        RecordType stages = records.type(((ReferenceType) field.type()).target());
        Query query = Query.of(stages).limited(MOST);
        Condition kindred = kindred(subject, stages);
        List<StoredRecord> all = records.gate()
                .page(records.actor(), kindred == null ? query : query.where(kindred))
                .items();
        Object now = subject.record().values().get(field.name());
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            at = all.get(i).id().equals(now) ? i : at;
        }
        List<PathStep> steps = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String name =
                    Objects.toString(all.get(i).values().get(stages.titleField().name()), "");
            steps.add(new PathStep(
                    all.get(i).id(), name, i == at ? "now" : i < at && !isClosed(all.get(i)) ? "done" : ""));
        }
        return steps;
    }

    /** A lost deal did not pass through the won stage on its way. */
    private static boolean isClosed(StoredRecord stage) {
        Object kind = stage.values().get("kind");
        return kind != null && !kind.equals("open");
    }

    /** Where record and stage both belong to something, such as a pipeline, only stages of the same one are steps. */
    private @Nullable Condition kindred(Subject subject, RecordType stages) {
        Optional<Field<?>> shared = stages.ownFields().stream()
                .filter(field -> field.type() instanceof ReferenceType
                        && subject.type().find(field.name()).isPresent()
                        && subject.record().values().get(field.name()) instanceof UUID)
                .findFirst();
        return shared.map(field -> Condition.compare(
                        FieldPath.of(stages, field),
                        Operator.EQ,
                        Objects.requireNonNull(subject.record().values().get(field.name()))))
                .orElse(null);
    }
}
