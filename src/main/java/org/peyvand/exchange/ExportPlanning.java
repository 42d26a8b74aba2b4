package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Understands what is to be exported, within what the actor may read and may take out. */
@Component
final class ExportPlanning {

    private static final String WORDS = "q";

    private final Visibility visibility;
    private final ReadGate reading;
    private final ExtraColumns extras;

    ExportPlanning(Visibility visibility, ReadGate reading, ExtraColumns extras) {
        this.visibility = visibility;
        this.reading = reading;
        this.extras = extras;
    }

    /** The records: what is asked for, among those within reach of an export. */
    Query query(Actor actor, RecordType type, ExportRequest request) {
        Reach reach = visibility.reach(actor, type, Operation.EXPORT);
        Condition within = switch (reach) {
            case Reach.None none -> throw new Refusal.Forbidden("may-not-export", type.plural());
            case Reach.All all -> Condition.ALWAYS;
            case Reach.Some some when !type.is(RecordType.Flag.OWNED) -> Condition.ALWAYS;
            case Reach.Some some -> within(type, some);
            case Reach.Through through -> throw new Refusal.Forbidden("may-not-export", type.plural());
            case Reach.Audience seen ->
                Condition.compare(FieldPath.of(type, SystemFields.OWNER), Operator.EQ, seen.owner());
        };
        JsonNode filter = request.filter();
        Condition asked = filter == null || filter.isNull() ? Condition.ALWAYS : reading.parse(actor, type, filter);
        String sort = request.sort();
        Query query = Query.of(type).where(Condition.and(asked, within)).matching(request.words());
        return sort == null ? query : query.sorted(reading.sorts(actor, type, sort));
    }

    /** The fields, which the actor must all be allowed to read. */
    List<Field<?>> fields(Actor actor, RecordType type, ExportRequest request) {
        List<Field<?>> readable = new ArrayList<>();
        type.fields().stream()
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .forEach(readable::add);
        readable.addAll(extras.readable(actor, type.plural()));
        List<String> names = request.fields();
        if (names == null || names.isEmpty()) {
            return readable;
        }
        List<Field<?>> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(readable.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Malformed("unknown-field", name)));
        }
        return fields;
    }

    static ObjectNode write(ExportRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", request.type());
        json.set("filter", request.filter());
        json.put(WORDS, request.words());
        json.put("sort", request.sort());
        List<String> names = request.fields();
        if (names != null) {
            var fields = json.putArray("fields");
            names.forEach(fields::add);
        }
        json.put("format", request.format().key());
        json.put("safe", request.safe());
        json.put("jalali", request.jalali());
        Locale labels = request.labels();
        json.put("labels", labels == null ? null : labels.toLanguageTag());
        return json;
    }

    static ExportRequest read(JsonNode json) {
        List<String> fields = null;
        if (json.has("fields")) {
            List<String> names = new ArrayList<>();
            json.get("fields").forEach(each -> names.add(each.stringValue()));
            fields = names;
        }
        JsonNode filter = json.get("filter");
        String labels = text(json, "labels");
        return new ExportRequest(
                json.get("type").stringValue(),
                filter == null || filter.isNull() ? null : filter,
                text(json, WORDS),
                text(json, "sort"),
                fields,
                ExportRequest.Format.of(json.get("format").stringValue()),
                json.get("safe").booleanValue(),
                json.path("jalali").asBoolean(false),
                labels == null ? null : Locale.forLanguageTag(labels));
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.stringValue();
    }

    private static Condition within(RecordType type, Reach.Some some) {
        FieldPath owner = FieldPath.of(type, SystemFields.OWNER);
        List<Condition> either = new ArrayList<>();
        either.add(Condition.compare(owner, Operator.EQ, some.owner()));
        if (!some.teams().isEmpty()) {
            either.add(Condition.compare(
                    FieldPath.of(type, SystemFields.TEAM),
                    Operator.IN,
                    some.teams().toArray(UUID[]::new)));
        }
        return new Condition.Or(either);
    }
}
