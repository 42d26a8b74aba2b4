package org.peyvand.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.notice.MentionText;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.query.Sort;
import org.peyvand.record.write.Change;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Showing;
import org.peyvand.web.value.Shown;
import org.springframework.stereotype.Component;

/**
 * What happened about a record, newest first: the records of every type that can be about it, and its own changes. Each
 * source is asked once a page; where one has more, the page ends at the last moment that all sources cover.
 */
@Component
class Timeline {

    private static final int SIZE = 20;
    private static final String END = "end";

    private final Records records;
    private final ChangeLog log;
    private final ChangeEntries changes;
    private final Showing showing;
    private final Labels labels;
    private final FormReader reader;

    Timeline(Records records, ChangeLog log, ChangeEntries changes, Showing showing, Labels labels, FormReader reader) {
        this.records = records;
        this.log = log;
        this.changes = changes;
        this.showing = showing;
        this.labels = labels;
        this.reader = reader;
    }

    /**
     * Where a page begins.
     *
     * @param before only what happened earlier, or null
     * @param changes the cursor into the changes, {@code end}, or null for the newest
     * @param day the last day that has its heading already, in days since 1970
     */
    record From(
            @Nullable Instant before,
            @Nullable String changes,
            @Nullable Long day) {}

    /** What to show. */
    enum Choice {
        ALL,
        ACTIVITIES,
        CHANGES;

        static Choice of(@Nullable String key) {
            return "activities".equals(key) ? ACTIVITIES : "changes".equals(key) ? CHANGES : ALL;
        }

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A page and where the next begins, null at the end. */
    record Part(List<Entry> entries, @Nullable From next) {}

    Part part(Subject subject, From from, Choice choice, Page page) {
        List<Found> found = new ArrayList<>();
        if (choice != Choice.CHANGES) {
            records.activities().forEach(activity -> found.add(about(activity, subject.id(), from)));
        }
        org.peyvand.record.query.Page<Change> history = choice == Choice.ACTIVITIES || END.equals(from.changes)
                ? new org.peyvand.record.query.Page<>(List.of(), null)
                : log.history(records.actor(), subject.type(), subject.id(), SIZE, from.changes);
        List<Change> fresh = history.items().stream()
                .filter(change -> from.before == null || change.changeSet().at().isBefore(from.before))
                .toList();
        Instant edge = edge(found, fresh, history.next() != null);
        List<Entry> entries = entries(subject.type(), found, fresh, edge, page);
        boolean wholeHistory =
                fresh.stream().noneMatch(change -> change.changeSet().at().isBefore(edge));
        String cursor = !wholeHistory ? from.changes : history.next() == null ? END : history.next();
        return new Part(
                headed(entries, from.day, page),
                edge.equals(Instant.MIN) ? null : new From(edge, cursor, lastDay(entries, page)));
    }

    private record Found(Activity activity, List<StoredRecord> records, boolean more) {}

    private Found about(Activity activity, UUID id, From from) {
        RecordType type = activity.type();
        Condition about = Condition.compare(FieldPath.of(type, activity.about()), Operator.EQ, id);
        FieldPath moment = FieldPath.of(type, activity.moment());
        Condition where =
                from.before == null ? about : Condition.and(about, Condition.compare(moment, Operator.LT, from.before));
        var found = records.gate()
                .page(
                        records.actor(),
                        Query.of(type)
                                .where(where)
                                .sorted(List.of(new Sort(moment, true)))
                                .limited(SIZE));
        return new Found(activity, found.items(), found.next() != null);
    }

    /** The latest moment behind which some source has not been read; the beginning of time when all were read whole. */
    private static Instant edge(List<Found> found, List<Change> history, boolean moreHistory) {
        Instant edge = Instant.MIN;
        for (Found each : found) {
            if (each.more) {
                Instant last = moment(each.activity, each.records.getLast());
                edge = last.isAfter(edge) ? last : edge;
            }
        }
        if (moreHistory && !history.isEmpty()) {
            Instant last = history.getLast().changeSet().at();
            edge = last.isAfter(edge) ? last : edge;
        }
        return edge;
    }

    private static Instant moment(Activity activity, StoredRecord record) {
        return record.values().get(activity.moment().name()) instanceof Instant own
                ? own
                : Objects.requireNonNullElse(record.get(SystemFields.CREATED_AT), Instant.EPOCH);
    }

    private List<Entry> entries(RecordType type, List<Found> found, List<Change> history, Instant edge, Page page) {
        List<StoredRecord> all =
                found.stream().flatMap(each -> each.records.stream()).toList();
        Map<RecordRef, RecordName> names = new HashMap<>();
        if (!all.isEmpty()) {
            names.putAll(records.gate().namesIn(records.actor(), all));
        }
        names.putAll(changes.names(changes.references(history)));
        List<Entry> entries = new ArrayList<>();
        found.forEach(each -> each.records.forEach(record -> entries.add(entry(each.activity, record, names, page))));
        history.forEach(change -> entries.add(changes.entry(type, change, names, page)));
        return entries.stream()
                .filter(entry -> !entry.at().isBefore(edge))
                .sorted(Comparator.comparing(Entry::at).reversed())
                .toList();
    }

    private Entry entry(Activity activity, StoredRecord record, Map<RecordRef, RecordName> names, Page page) {
        RecordType type = activity.type();
        Field<?> words = activity.words();
        String text = words == null
                ? ""
                : MentionText.plain(Objects.toString(record.values().get(words.name()), ""));
        boolean onlyWords = words != null && words.is(Field.Flag.REQUIRED);
        Instant at = moment(activity, record);
        return new Entry(
                at,
                null,
                page.presentation().time(at),
                type.icon(),
                "acc",
                false,
                author(record, names),
                labels.one(type, page.presentation().language()),
                "/" + type.plural() + "/" + record.id(),
                onlyWords
                        ? ""
                        : Objects.toString(record.values().get(type.titleField().name()), ""),
                text,
                tags(activity, record, names, page),
                List.of(),
                null);
    }

    private static String author(StoredRecord record, Map<RecordRef, RecordName> names) {
        UUID by = record.get(SystemFields.CREATED_BY);
        RecordName name = by == null ? null : names.get(new RecordRef("users", by));
        return name == null || name.name() == null ? "" : name.name();
    }

    private List<Shown> tags(Activity activity, StoredRecord record, Map<RecordRef, RecordName> names, Page page) {
        List<Shown> tags = new ArrayList<>();
        activity.type().listColumns().forEach(field -> {
            Shown shown = showing.show(record, field, names, page);
            boolean due = activity.isToDo() && shown.is(Shown.Kind.TIME);
            if (shown.is(Shown.Kind.TAG) || due) {
                tags.add(shown);
            }
        });
        return tags;
    }

    private List<Entry> headed(List<Entry> entries, @Nullable Long lastDay, Page page) {
        List<Entry> headed = new ArrayList<>();
        Long last = lastDay;
        LocalDate today = reader.today(page);
        for (Entry entry : entries) {
            LocalDate day = page.presentation().dateOf(entry.at());
            boolean first = last == null || last != day.toEpochDay();
            headed.add(first ? entry.under(heading(day, today, page)) : entry);
            last = day.toEpochDay();
        }
        return headed;
    }

    private static String heading(LocalDate day, LocalDate today, Page page) {
        String date = page.presentation().weekdayDate(day);
        return Math.abs(today.toEpochDay() - day.toEpochDay()) > 1
                ? date
                : page.t("record.day", page.presentation().relativeDay(day, today), date);
    }

    private static @Nullable Long lastDay(List<Entry> entries, Page page) {
        return entries.isEmpty()
                ? null
                : page.presentation().dateOf(entries.getLast().at()).toEpochDay();
    }
}
