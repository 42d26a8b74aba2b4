package org.peyvand.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.AddressesType;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes records as the API shows them: references with the name of their target, as far as the reader may know it. */
@Component
public final class RecordJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ReadGate gate;

    RecordJson(ReadGate gate) {
        this.gate = gate;
    }

    /** One record. */
    public ObjectNode write(Actor actor, StoredRecord record) {
        return (ObjectNode) write(actor, List.of(record)).get(0);
    }

    /** All records with one look-up of names, however many references they hold. */
    ArrayNode write(Actor actor, Collection<StoredRecord> records) {
        Map<RecordRef, RecordName> names = gate.namesIn(actor, records);
        ArrayNode array = NODES.arrayNode(records.size());
        records.forEach(record -> array.add(record(record, names)));
        return array;
    }

    private static ObjectNode record(StoredRecord record, Map<RecordRef, RecordName> names) {
        ObjectNode json = NODES.objectNode();
        for (Field<?> field : record.type().fields()) {
            if (record.has(field)) {
                json.set(field.name(), value(field.type(), record.values().get(field.name()), names));
            }
        }
        if (record.deleted()) {
            json.put("deleted", true);
        }
        return json;
    }

    /** One value; {@code names} must hold whatever it refers to. */
    static JsonNode value(FieldType<?> type, @Nullable Object value, Map<RecordRef, RecordName> names) {
        return switch (value) {
            case null -> nothing(type);
            case UUID id
            when type instanceof ReferenceType reference -> reference(new RecordRef(reference.target(), id), names);
            case RecordRef ref when type instanceof AnyReferenceType -> reference(ref, names);
            case Object other -> plain(type, other);
        };
    }

    /** No value is null, but a list without entries is an empty list. */
    private static JsonNode nothing(FieldType<?> type) {
        return switch (type) {
            case TagsType tags -> NODES.arrayNode();
            case ContactPointsType points -> NODES.arrayNode();
            case AddressesType addresses -> NODES.arrayNode();
            case MultiChoiceType choices -> NODES.arrayNode();
            case ExternalKeysType keys -> NODES.objectNode();
            default -> NODES.nullNode();
        };
    }

    @SuppressWarnings("unchecked")
    static <T> JsonNode plain(FieldType<T> type, Object value) {
        return type.toJson((T) value);
    }

    static ObjectNode reference(RecordRef ref, Map<RecordRef, RecordName> names) {
        RecordName name = names.get(ref);
        ObjectNode json = NODES.objectNode();
        if (name == null || name.hidden()) {
            json.putNull("id");
            json.put("hidden", true);
            return json;
        }
        json.put("id", name.ref().id().toString());
        json.put("type", name.ref().type());
        json.put("name", name.name());
        if (name.deleted()) {
            json.put("deleted", true);
        }
        return json;
    }
}
