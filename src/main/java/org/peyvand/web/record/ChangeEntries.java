package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Change;
import org.peyvand.record.write.ChangeSet;
import org.peyvand.record.write.Pending;
import org.peyvand.web.Page;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Component;

/** Tells changes in sentences. */
@Component
class ChangeEntries {

    private final Records records;
    private final Showing showing;
    private final Labels labels;

    ChangeEntries(Records records, Showing showing, Labels labels) {
        this.records = records;
        this.showing = showing;
        this.labels = labels;
    }

    /** The references that the changes hold, for {@code ReadGate.names}. */
    List<RecordRef> references(List<Change> changes) {
        List<RecordRef> refs = new ArrayList<>();
        for (Change change : changes) {
            change.fields().forEach((field, values) -> {
                for (Object value : new @org.jspecify.annotations.Nullable Object[] {values.before(), values.after()}) {
                    RecordRef ref = Forms.ref(records.model(), field, value);
                    if (ref != null) {
                        refs.add(ref);
                    }
                }
            });
        }
        return refs;
    }

    Map<RecordRef, RecordName> names(List<RecordRef> refs) {
        return refs.isEmpty() ? new HashMap<>() : records.gate().names(records.actor(), refs);
    }

    Entry entry(RecordType type, Change change, Map<RecordRef, RecordName> names, Page page) {
        ChangeSet set = change.changeSet();
        List<Entry.Line> lines = lines(type, change, names, page);
        return new Entry(
                set.at(),
                null,
                page.presentation().time(set.at()),
                icon(change.act()),
                change.act() == Pending.Act.DELETE ? "bad" : "",
                true,
                set.by() == null ? page.t("web.product") : set.byName(),
                did(change, lines, page),
                null,
                "",
                about(set, page),
                List.of(),
                change.act() == Pending.Act.UPDATE ? lines : List.of(),
                undoable(set));
    }

    private List<Entry.Line> lines(RecordType type, Change change, Map<RecordRef, RecordName> names, Page page) {
        List<Entry.Line> lines = new ArrayList<>();
        change.fields().forEach((field, values) -> {
            if (!isBookkeeping(field)) {
                lines.add(new Entry.Line(
                        labels.field(type, field, page.presentation().language()),
                        showing.value(type, field, values.before(), names, page),
                        showing.value(type, field, values.after(), names, page)));
            }
        });
        return lines;
    }

    private static boolean isBookkeeping(Field<?> field) {
        return field.name().equals(SystemFields.UPDATED_AT.name())
                || field.name().equals(SystemFields.UPDATED_BY.name());
    }

    private static String did(Change change, List<Entry.Line> lines, Page page) {
        return switch (change.act()) {
            case CREATE -> page.t("record.did.create");
            case DELETE -> page.t("record.did.delete");
            case RESTORE -> page.t("record.did.restore");
            case UPDATE ->
                lines.size() == 1
                        ? page.t("record.did.update", lines.getFirst().label())
                        : page.t("record.did.updateMany", page.number(lines.size()));
        };
    }

    private static String icon(Pending.Act act) {
        return switch (act) {
            case CREATE -> "plus";
            case UPDATE -> "pencil";
            case DELETE -> "trash";
            case RESTORE -> "restore";
        };
    }

    /** Ordinary edits need no remark. */
    private static String about(ChangeSet set, Page page) {
        if (!set.label().isEmpty()) {
            return set.label();
        }
        return set.kind().equals(Batch.Kind.EDIT.key()) ? "" : page.t("record.kind." + set.kind());
    }

    private static @org.jspecify.annotations.Nullable UUID undoable(ChangeSet set) {
        return set.undoneBy() == null ? set.id() : null;
    }
}
