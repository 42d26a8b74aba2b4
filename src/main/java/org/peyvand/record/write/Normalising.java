package org.peyvand.record.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.sql.RecordTable;
import org.peyvand.record.write.Pending.Act;

/**
 * Brings the drafts into the one form that is judged and stored: empty is null, new records get their defaults, owner and
 * team, and e-mail addresses and phone numbers agree with their primaries. An undo writes its values as they are.
 */
final class Normalising {

    private final DSLContext sql;

    Normalising(DSLContext sql) {
        this.sql = sql;
    }

    void apply(WriteRun run) {
        List<PendingWrite> open = run.alive();
        for (PendingWrite write : open) {
            if (write.act() == Act.CREATE) {
                defaults(write);
            }
            write.draft()
                    .forEach((name, value) -> write.type().find(name).ifPresent(field -> draft(write, field, value)));
        }
        owners(run, open);
        open.stream().filter(write -> !write.exact()).forEach(ContactPoints::reconcile);
    }

    private static void defaults(PendingWrite write) {
        for (Field<?> field : write.type().ownFields()) {
            if (field.initial() != null) {
                write.set(field, field.initial());
            }
        }
    }

    private static void draft(PendingWrite write, Field<?> field, @Nullable Object value) {
        if (FieldValues.isTags(field) && value instanceof TagEdit edit) {
            draft(write, field, edit.applied(write.before(SystemFields.TAGS)));
        } else if (FieldValues.isTags(field) && value instanceof List<?> names) {
            write.set(
                    field,
                    names.stream().map(String.class::cast).distinct().sorted().toList());
        } else if (FieldValues.isExternalKeys(field) && value instanceof Map<?, ?> keys && !write.exact()) {
            write.set(field, merged(write.before(SystemFields.EXTERNAL_KEYS), keys));
        } else {
            write.set(field, value);
        }
    }

    /** One system's key leaves those of other systems alone; an empty one is taken away. */
    private static Map<String, String> merged(@Nullable Map<String, String> standing, Map<?, ?> keys) {
        Map<String, String> merged = new TreeMap<>(standing == null ? Map.of() : standing);
        keys.forEach((system, key) -> merged.put((String) system, (String) key));
        merged.values().removeIf(String::isEmpty);
        return merged;
    }

    /** A new record belongs to who makes it; whose a record is, in his team it is, unless the writer says otherwise. */
    private void owners(WriteRun run, List<PendingWrite> open) {
        Set<UUID> others = new HashSet<>();
        for (PendingWrite write : open) {
            if (write.type().is(RecordType.Flag.OWNED) && !write.exact()) {
                if (write.act() == Act.CREATE && !write.names(SystemFields.OWNER)) {
                    write.set(SystemFields.OWNER, run.actor().user());
                }
                UUID owner = write.after(SystemFields.OWNER);
                if (takesTeam(write)
                        && owner != null
                        && !owner.equals(run.actor().user())) {
                    others.add(owner);
                }
            }
        }
        Map<UUID, UUID> teams = others.isEmpty() ? Map.of() : teams(run, others);
        for (PendingWrite write : open) {
            if (write.type().is(RecordType.Flag.OWNED) && !write.exact() && takesTeam(write)) {
                UUID owner = write.after(SystemFields.OWNER);
                UUID team = owner == null
                        ? null
                        : owner.equals(run.actor().user()) ? run.actor().homeTeam() : teams.get(owner);
                if (team != null) {
                    write.set(SystemFields.TEAM, team);
                }
            }
        }
    }

    private static boolean takesTeam(PendingWrite write) {
        return !write.names(SystemFields.TEAM) && write.changes(SystemFields.OWNER);
    }

    private Map<UUID, UUID> teams(WriteRun run, Set<UUID> users) {
        Map<UUID, UUID> teams = new HashMap<>();
        run.model().find("users").ifPresent(type -> {
            RecordTable table = RecordTable.of(type, "u");
            for (Record2<UUID, UUID> row : sql.select(table.id(), table.teamId())
                    .from(table.table())
                    .where(table.id().eq(DSL.any(users.toArray(UUID[]::new))))
                    .and(table.teamId().isNotNull())
                    .fetch()) {
                teams.put(row.value1(), row.value2());
            }
        });
        return teams;
    }
}
