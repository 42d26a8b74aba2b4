package org.peyvand.record.write;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.Page;
import org.peyvand.record.sql.RecordTable;

/** Reads the log and leaves its reversal to {@link Undoing}. */
final class DatabaseChangeLog implements ChangeLog {

    /** A change set belongs to whoever may see one of so many of its records. */
    private static final int LOOKED_AT = 1000;

    private final DSLContext sql;
    private final Models models;
    private final Rights rights;
    private final Undoing undoing;

    DatabaseChangeLog(DSLContext sql, Models models, Rights rights, Undoing undoing) {
        this.sql = sql;
        this.models = models;
        this.rights = rights;
        this.undoing = undoing;
    }

    @Override
    public Page<Change> history(Actor actor, RecordType declared, UUID id, int limit, @Nullable String after) {
        RecordType type = models.current().effective(declared);
        if (!sees(actor, type, List.of(id))) {
            throw new Refusal.NotFound();
        }
        List<Record> rows = List.copyOf(sql.fetch(
                "select " + ChangeSetRows.columns() + ", c.act, c.version, c.fields, c.seq from change c"
                        + " join change_set s on s.id = c.change_set_id where c.record_id = ? and c.seq < ?"
                        + " order by c.seq desc limit ?",
                id,
                after == null ? Long.MAX_VALUE : position(after),
                limit + 1));
        boolean more = rows.size() > limit;
        List<Record> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(row -> change(actor, type, row)).toList(),
                more ? String.valueOf(shown.getLast().get(13, Long.class)) : null);
    }

    private Change change(Actor actor, RecordType type, Record row) {
        Map<Field<?>, Change.BeforeAfter> fields = new LinkedHashMap<>();
        String json = row.get(12, String.class);
        if (json != null) {
            ChangeJson.MAPPER
                    .readTree(json)
                    .properties()
                    .forEach(entry -> type.find(entry.getKey())
                            .filter(field -> rights.access(actor, type, field) != FieldAccess.HIDDEN)
                            .ifPresent(field -> fields.put(
                                    field,
                                    new Change.BeforeAfter(
                                            FieldValues.shownFromLog(
                                                    field, entry.getValue().get(0)),
                                            FieldValues.shownFromLog(
                                                    field, entry.getValue().get(1))))));
        }
        Pending.Act act = Pending.Act.valueOf(row.get(10, String.class).toUpperCase(java.util.Locale.ROOT));
        return new Change(ChangeSetRows.read(row, 0), act, row.get(11, Integer.class), fields);
    }

    @Override
    public Optional<ChangeSet> find(Actor actor, UUID changeSet) {
        return ChangeSetRows.find(sql, changeSet, false).filter(found -> concerns(actor, found));
    }

    /** Whether the actor made it or sees one of its records. */
    private boolean concerns(Actor actor, ChangeSet changeSet) {
        if (actor.isSystem() || (actor.user() != null && actor.user().equals(changeSet.by()))) {
            return true;
        }
        Map<String, List<UUID>> records = sql.fetch(
                        "select type, record_id from change where change_set_id = ? order by seq limit " + LOOKED_AT,
                        changeSet.id())
                .intoGroups(row -> row.get(0, String.class), row -> row.get(1, UUID.class));
        return records.entrySet().stream()
                .anyMatch(entry -> models.current()
                        .find(entry.getKey())
                        .filter(type -> sees(actor, type, entry.getValue()))
                        .isPresent());
    }

    private boolean sees(Actor actor, RecordType type, Collection<UUID> ids) {
        RecordTable table = RecordTable.of(type, "t");
        return sql.fetchExists(DSL.selectOne()
                .from(table.table())
                .where(table.id().eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(table.within(rights.reach(actor, type, Operation.READ), Operation.READ)));
    }

    @Override
    public Page<ChangeSet> latest(Actor actor, int limit, @Nullable String after) {
        List<ChangeSet> found =
                ChangeSetRows.latest(sql, actor.user(), limit + 1, after == null ? null : setPosition(after));
        boolean more = found.size() > limit;
        List<ChangeSet> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown, more ? shown.getLast().at() + "_" + shown.getLast().id() : null);
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException broken) {
            throw Refusal.Malformed.about("after", "cursor-mismatch");
        }
    }

    private static ChangeSetRows.Position setPosition(String cursor) {
        int between = cursor.indexOf('_');
        try {
            return new ChangeSetRows.Position(
                    OffsetDateTime.parse(cursor.substring(0, Math.max(between, 0)))
                            .withOffsetSameInstant(ZoneOffset.UTC),
                    UUID.fromString(cursor.substring(between + 1)));
        } catch (DateTimeException | IllegalArgumentException broken) {
            throw Refusal.Malformed.about("after", "cursor-mismatch");
        }
    }

    @Override
    public @Nullable UUID undo(Actor actor, UUID changeSet, boolean skipConflicts) {
        return undoing.whole(actor, visible(actor, changeSet), skipConflicts);
    }

    @Override
    public Map<RecordRef, Collection<Problem>> obstacles(Actor actor, UUID changeSet) {
        return undoing.obstacles(actor, visible(actor, changeSet));
    }

    @Override
    public UUID beginUndo(Actor actor, UUID changeSet) {
        return undoing.begin(actor, visible(actor, changeSet));
    }

    @Override
    public boolean undoPart(Actor actor, UUID changeSet, UUID undo, boolean skipConflicts, int limit) {
        return undoing.part(actor, visible(actor, changeSet), undo, skipConflicts, limit);
    }

    private UUID visible(Actor actor, UUID changeSet) {
        return find(actor, changeSet).orElseThrow(Refusal.NotFound::new).id();
    }
}
