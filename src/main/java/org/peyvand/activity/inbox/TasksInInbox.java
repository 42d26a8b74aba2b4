package org.peyvand.activity.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.activity.Task;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.query.Sort;
import org.peyvand.web.InboxSource;
import org.peyvand.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The reader's open tasks: what is late, what is for today, and what comes in the next seven days. */
@Component
@Order(10)
class TasksInInbox implements InboxSource {

    private static final int MOST = 100;
    private static final int DAYS_AHEAD = 7;

    private final ReadGate gate;
    private final Models models;
    private final Clock clock;

    TasksInInbox(ReadGate gate, Models models, Clock clock) {
        this.gate = gate;
        this.models = models;
        this.clock = clock;
    }

    @Override
    public List<Section> sections(Actor actor, Page page) {
        LocalDate today = page.presentation().dateOf(clock.instant());
        var found = tasks(actor, page.presentation(), today);
        List<StoredRecord> tasks = found.items();
        Map<RecordRef, RecordName> names = gate.namesIn(actor, tasks);
        List<Item> late = new ArrayList<>();
        List<Item> now = new ArrayList<>();
        List<Item> soon = new ArrayList<>();
        for (StoredRecord task : tasks) {
            LocalDate due = due(task, page.presentation());
            List<Item> where = due == null || due.isAfter(today) ? soon : due.isBefore(today) ? late : now;
            where.add(item(task, names, today, page));
        }
        boolean more = found.next() != null;
        List<Section> sections = new ArrayList<>();
        add(sections, Reason.LATE, page.t("inbox.tasks.late"), late, more);
        add(sections, Reason.TODAY, page.t("inbox.tasks.today"), now, more);
        add(sections, Reason.SOON, page.t("inbox.tasks.soon"), soon, more);
        return sections;
    }

    /** Those with the earliest dates stand here, so what is missing belongs to the last of the sections. */
    private static void add(List<Section> sections, Reason reason, String title, List<Item> items, boolean more) {
        if (!items.isEmpty()) {
            String tone = reason == Reason.LATE ? "bad" : "";
            boolean cut = more && items.size() == MOST;
            sections.add(new Section(reason, title, tone, items, cut, more ? "/tasks?scope=mine" : null));
        }
    }

    private org.peyvand.record.query.Page<StoredRecord> tasks(Actor actor, Presentation reader, LocalDate today) {
        RecordType type = models.current().effective(Task.TYPE);
        Instant horizon =
                today.plusDays(DAYS_AHEAD + 1L).atStartOfDay(reader.zone()).toInstant();
        FieldPath dueAt = FieldPath.of(type, Task.DUE_AT);
        Condition mine = Condition.and(
                Condition.compare(FieldPath.of(type, SystemFields.OWNER), Operator.EQ, new Condition.Me()),
                Condition.compare(FieldPath.of(type, Task.STATUS), Operator.EQ, Task.OPEN),
                Condition.compare(dueAt, Operator.LT, horizon));
        Query query = Query.of(type)
                .where(mine)
                .sorted(List.of(new Sort(dueAt, false)))
                .limited(MOST);
        return gate.page(actor, query);
    }

    private static @Nullable LocalDate due(StoredRecord task, Presentation reader) {
        Instant due = task.get(Task.DUE_AT);
        return due == null ? null : reader.dateOf(due);
    }

    private static Item item(StoredRecord task, Map<RecordRef, RecordName> names, LocalDate today, Page page) {
        About about = About.of(task.get(Task.REGARDING), names);
        String path = "/inbox/tasks/" + task.id();
        String row = "task-" + task.id();
        List<Act> acts = new ArrayList<>();
        acts.add(new Act("clock-pause", page.t("inbox.snooze"), path + "/snooze", "s", false));
        acts.add(new Act("clock", page.t("inbox.snooze.other"), path + "/snooze", "w", true));
        acts.add(Act.refer(page, "tasks", task.id(), row));
        about.call(page).ifPresent(acts::add);
        return new Item(
                row,
                task.type().icon(),
                Objects.requireNonNullElse(task.get(Task.SUBJECT), ""),
                "/tasks/" + task.id(),
                about.name(),
                about.href(),
                when(task.get(Task.DUE_AT), today, page.presentation()),
                isLate(task, today, page.presentation()) ? "bad" : "",
                path + "/done",
                acts);
    }

    private static boolean isLate(StoredRecord task, LocalDate today, Presentation reader) {
        LocalDate due = due(task, reader);
        return due != null && due.isBefore(today);
    }

    /** The hour of what is for today, the day of everything else. */
    static String when(@Nullable Instant due, LocalDate today, Presentation reader) {
        if (due == null) {
            return "";
        }
        LocalDate day = reader.dateOf(due);
        return day.equals(today) ? reader.time(due) : reader.relativeDay(day, today);
    }
}
