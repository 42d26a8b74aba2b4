package org.peyvand.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.Sort;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The next thing to do about a record: the earliest that is open. */
@Controller
@Requires(Permission.SIGNED_IN)
class NextStep {

    private final Records records;
    private final FormReader reader;
    private final Labels labels;

    NextStep(Records records, FormReader reader, Labels labels) {
        this.records = records;
        this.reader = reader;
        this.labels = labels;
    }

    @GetMapping(RecordPage.RECORD + "/next")
    String show(Page page, @PathVariable String type, @PathVariable UUID id, Model model) {
        Subject subject = records.subject(type, id);
        List<Activity> toDos =
                records.activities().stream().filter(Activity::isToDo).toList();
        toDos.stream()
                .flatMap(activity -> step(activity, subject.id(), page).stream())
                .findFirst()
                .ifPresentOrElse(step -> model.addAttribute("step", step), () -> offer(toDos, subject, page, model));
        return "web/record/next";
    }

    /** A customer without a next step is soon forgotten: the way to make one stands where it would. */
    private void offer(List<Activity> toDos, Subject subject, Page page, Model model) {
        toDos.stream()
                .filter(activity -> !subject.record().deleted() && records.may(activity.type(), Operation.CREATE))
                .findFirst()
                .ifPresent(activity -> {
                    RecordType type = activity.type();
                    String about = subject.type().plural() + "/" + subject.id();
                    model.addAttribute(
                            "makeHref",
                            "/" + type.plural() + "/new?" + activity.about().name() + "=" + about);
                    model.addAttribute(
                            "makeLabel", labels.one(type, page.presentation().language()));
                });
    }

    private Optional<ToDo> step(Activity activity, UUID about, Page page) {
        var due = activity.dueField().orElseThrow();
        var status = activity.status().orElseThrow();
        Query query = Query.of(activity.type())
                .where(Condition.and(
                        Condition.compare(FieldPath.of(activity.type(), activity.about()), Operator.EQ, about),
                        Condition.compare(FieldPath.of(activity.type(), status.field()), Operator.EQ, status.open())))
                .sorted(List.of(new Sort(FieldPath.of(activity.type(), due), false)))
                .limited(1);
        return records.gate().page(records.actor(), query).items().stream()
                .findFirst()
                .map(task -> step(activity, task, status, due.name(), page));
    }

    private ToDo step(Activity activity, StoredRecord task, Activity.Status status, String due, Page page) {
        LocalDate today = reader.today(page);
        LocalDate day = task.values().get(due) instanceof Instant at
                ? page.presentation().dateOf(at)
                : null;
        return new ToDo(
                Objects.toString(task.values().get(activity.type().titleField().name()), ""),
                "/" + activity.type().plural() + "/" + task.id(),
                activity.type().icon(),
                day == null ? "" : page.presentation().relativeDay(day, today),
                day != null && day.isBefore(today),
                task.version(),
                status.field().name(),
                status.done(),
                due);
    }
}
