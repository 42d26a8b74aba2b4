package org.peyvand.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds which records an upsert means, by a field marked as key or by the key of another system. */
@Component
final class Upserts {

    private static final String EXTERNAL = SystemFields.EXTERNAL_KEYS.name() + ".";

    private final ReadGate gate;

    Upserts(ReadGate gate) {
        this.gate = gate;
    }

    /**
     * The field to match by.
     *
     * @throws Refusal.Malformed when it is no key
     */
    Field<?> key(RecordType type, String by) {
        if (by.startsWith(EXTERNAL) && by.length() > EXTERNAL.length()) {
            return SystemFields.EXTERNAL_KEYS;
        }
        return type.find(by)
                .filter(field -> field.is(Field.Flag.KEY))
                .orElseThrow(() -> Refusal.Malformed.about(by, "not-a-key", by));
    }

    /** The system that {@code externalKeys.crm} names. */
    static String system(String by) {
        return by.substring(EXTERNAL.length());
    }

    /**
     * The visible records with these values, by folded value.
     *
     * @throws Refusal.Conflict when several records have one value
     */
    Map<String, UUID> match(Actor actor, RecordType type, String by, Collection<String> values) {
        Field<?> key = key(type, by);
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.put("field", by);
        filter.put("op", "in");
        ArrayNode wanted = filter.putArray("value");
        values.forEach(wanted::add);
        Map<String, UUID> found = new HashMap<>();
        Query query = Query.of(type).where(gate.parse(actor, type, filter)).reading(List.of(SystemFields.ID, key));
        gate.each(actor, query, record -> {
            String value = folded(value(record, key, by));
            if (found.putIfAbsent(value, record.id()) != null) {
                throw new Refusal.Conflict("several-matches", by, value);
            }
        });
        return found;
    }

    static String folded(String value) {
        return PersianText.searchText(value);
    }

    @SuppressWarnings("unchecked")
    private static String value(StoredRecord record, Field<?> key, String by) {
        Object value = record.values().get(key.name());
        if (key == SystemFields.EXTERNAL_KEYS) {
            return String.valueOf(((Map<String, String>) java.util.Objects.requireNonNull(value)).get(system(by)));
        }
        return RecordJson.plain(key.type(), java.util.Objects.requireNonNull(value))
                .asString();
    }
}
