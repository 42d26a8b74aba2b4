package org.peyvand.record.write;

import static org.peyvand.record.write.Cells.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;

/** Stores what other systems call the records of a batch. */
final class ExternalKeys {

    private ExternalKeys() {}

    private record Key(PendingWrite write, String system, String key) {}

    /** Frees the keys given up, or held by records in the recycle bin, at once; adds those taken to the statement. */
    static void store(DSLContext sql, Statement statement, RecordType type, List<Effect> effects) {
        List<Key> taken = new ArrayList<>();
        List<Key> givenUp = new ArrayList<>();
        for (Effect effect : effects) {
            PendingWrite write = effect.write();
            if (write.changes(SystemFields.EXTERNAL_KEYS)) {
                Map<String, String> before = orEmpty(write.before(SystemFields.EXTERNAL_KEYS));
                Map<String, String> after = orEmpty(write.after(SystemFields.EXTERNAL_KEYS));
                collect(write, after, before, taken);
                collect(write, before, after, givenUp);
            }
        }
        givenUp.addAll(taken);
        if (!givenUp.isEmpty()) {
            free(sql, type, givenUp);
        }
        if (!taken.isEmpty()) {
            statement.add(
                    "insert into external_key (type, system, key, record_id) select '" + type.plural()
                            + "', c0, c1, c2::uuid from @rows",
                    taken,
                    List.of(Key::system, Key::key, each -> text(each.write().id())));
        }
    }

    private static void collect(
            PendingWrite write, Map<String, String> of, Map<String, String> without, List<Key> keys) {
        of.forEach((system, key) -> {
            if (!Objects.equals(without.get(system), key)) {
                keys.add(new Key(write, system, key));
            }
        });
    }

    private static void free(DSLContext sql, RecordType type, List<Key> keys) {
        sql.execute(
                "delete from external_key k using unnest(?::text[], ?::text[], ?::text[]) u(system, key, id)"
                        + " where k.type = ? and k.system = u.system and k.key = u.key and (k.record_id = u.id::uuid"
                        + " or exists (select 1 from " + type.table()
                        + " t where t.id = k.record_id and t.deleted_at is not null))",
                keys.stream().map(Key::system).toArray(String[]::new),
                keys.stream().map(Key::key).toArray(String[]::new),
                keys.stream().map(each -> each.write().id().toString()).toArray(String[]::new),
                type.plural());
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> keys) {
        return keys == null ? Map.of() : keys;
    }
}
