package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.peyvand.record.FieldConflict;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending.Act;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses edits of fields that somebody changed since the writer looked, with the value both started from, as the log has it.
 * Edits of other fields merge. One statement for the batch, and none when every writer saw what stands.
 */
final class StaleEdits {

    private static final JsonMapper JSON = ChangeJson.MAPPER;

    private final DSLContext sql;
    private final Rights rights;

    StaleEdits(DSLContext sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    void refuse(WriteRun run) {
        List<PendingWrite> behind =
                run.alive().stream().filter(StaleEdits::isBehind).toList();
        if (behind.isEmpty()) {
            return;
        }
        Map<UUID, PendingWrite> byId = new HashMap<>();
        behind.forEach(write -> byId.put(write.id(), write));
        Map<UUID, Map<String, JsonNode>> bases = bases(byId);
        for (PendingWrite write : behind) {
            List<FieldConflict> conflicts = conflicts(run, write, bases.getOrDefault(write.id(), Map.of()));
            if (!conflicts.isEmpty() || version(write) < base(write)) {
                write.refuse(new Refusal.Stale(conflicts, version(write)));
            }
        }
    }

    private static boolean isBehind(PendingWrite write) {
        return write.base() != null && write.current() != null && base(write) != version(write);
    }

    /** For each record the value of each field changed since the writer's version, as it was at that version. */
    private Map<UUID, Map<String, JsonNode>> bases(Map<UUID, PendingWrite> byId) {
        Map<UUID, Map<String, JsonNode>> bases = new HashMap<>();
        sql.fetch(
                        "select record_id, version, fields from change"
                                + " where record_id = any(?) and fields is not null order by seq",
                        (Object) byId.keySet().toArray(UUID[]::new))
                .forEach(row -> {
                    UUID id = row.get(0, UUID.class);
                    PendingWrite write = byId.get(id);
                    if (write != null && row.get(1, Integer.class) > base(write)) {
                        Map<String, JsonNode> known = bases.computeIfAbsent(id, none -> new HashMap<>());
                        JSON.readTree(row.get(2, String.class))
                                .properties()
                                .forEach(field -> known.putIfAbsent(
                                        field.getKey(), field.getValue().get(0)));
                    }
                });
        return bases;
    }

    private List<FieldConflict> conflicts(WriteRun run, PendingWrite write, Map<String, JsonNode> bases) {
        List<FieldConflict> conflicts = new ArrayList<>();
        bases.forEach((name, json) -> {
            Field<?> field = write.type().find(name).orElse(null);
            boolean deletes = write.act() == Act.DELETE;
            if (field != null && (deletes ? sees(run, write, field) : write.names(field) && write.changes(field))) {
                Object mine = deletes ? null : write.valueAfter(field);
                conflicts.add(new FieldConflict(
                        write.id(),
                        field,
                        FieldValues.shownFromLog(field, json),
                        mine,
                        FieldValues.shown(field, write.valueBefore(field))));
            }
        });
        return conflicts;
    }

    private boolean sees(WriteRun run, PendingWrite write, Field<?> field) {
        return rights.access(run.actor(), write.type(), field) != FieldAccess.HIDDEN;
    }

    private static int base(PendingWrite write) {
        Integer base = write.base();
        return base == null ? version(write) : base;
    }

    private static int version(PendingWrite write) {
        CurrentRow current = write.current();
        return current == null ? 0 : current.version();
    }
}
