package org.peyvand.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.locale.CalendarPeriod;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Group;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Counts and sums records by the values of their fields. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class GroupsController {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CurrentActor current;
    private final Types types;
    private final ListParameters parameters;
    private final ReadGate gate;
    private final Visibility visibility;

    GroupsController(
            CurrentActor current, Types types, ListParameters parameters, ReadGate gate, Visibility visibility) {
        this.current = current;
        this.types = types;
        this.parameters = parameters;
        this.gate = gate;
        this.visibility = visibility;
    }

    @GetMapping(path = "/api/v1/{type}/groups", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters({"by", "measures", "filter", "q"})
    JsonNode groups(
            @PathVariable String type,
            @RequestParam @Nullable String by,
            @RequestParam @Nullable String measures,
            @RequestParam @Nullable String filter,
            @RequestParam @Nullable String q) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        List<Group.Key> keys = keys(actor, found, by);
        List<String> names = List.of((measures == null || measures.isBlank() ? "count" : measures).split(","));
        List<Group.Measure> measured =
                names.stream().map(name -> measure(actor, found, name.strip())).toList();
        Query query =
                Query.of(found).where(parameters.filter(actor, found, filter)).matching(ListParameters.blankToNull(q));
        List<Group> groups = gate.groups(actor, query, keys, measured);
        return write(actor, keys, names, measured, groups);
    }

    private List<Group.Key> keys(Actor actor, RecordType type, @Nullable String by) {
        List<Group.Key> keys = new ArrayList<>();
        if (by == null || by.isBlank()) {
            return keys;
        }
        for (String each : by.split(",")) {
            String[] parts = each.strip().split(":", 2);
            FieldPath path = gate.path(actor, type, parts[0]);
            CalendarPeriod period = parts.length == 1
                    ? null
                    : CalendarPeriod.parse(parts[1])
                            .orElseThrow(() -> Refusal.Malformed.about("by", "unknown-period", parts[1]));
            keys.add(new Group.Key(path, period));
        }
        return keys;
    }

    private Group.Measure measure(Actor actor, RecordType type, String name) {
        if (name.equals("count")) {
            return Group.Measure.COUNT;
        }
        String[] parts = name.split(":", 2);
        Group.Kind kind = kind(parts[0]);
        Field<?> field = parts.length == 2 ? type.find(parts[1]).orElse(null) : null;
        if (kind == null || field == null || visibility.access(actor, type, field) == Visibility.FieldAccess.HIDDEN) {
            throw Refusal.Malformed.about("measures", "unknown-measure", name);
        }
        return new Group.Measure(kind, field);
    }

    private static Group.@Nullable Kind kind(String name) {
        for (Group.Kind kind : Group.Kind.values()) {
            if (kind != Group.Kind.COUNT && kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        return null;
    }

    private JsonNode write(
            Actor actor, List<Group.Key> keys, List<String> names, List<Group.Measure> measures, List<Group> groups) {
        Map<RecordRef, RecordName> targets = gate.names(actor, references(keys, groups));
        ObjectNode answer = NODES.objectNode();
        ArrayNode array = answer.putArray("groups");
        for (Group group : groups) {
            ObjectNode json = array.addObject();
            ArrayNode keyValues = json.putArray("keys");
            for (int i = 0; i < keys.size(); i++) {
                keyValues.add(key(keys.get(i), group.keys().get(i), targets));
            }
            for (int i = 0; i < names.size(); i++) {
                json.set(
                        names.get(i).strip(),
                        measure(measures.get(i), group.measures().get(i)));
            }
        }
        return answer;
    }

    private static Set<RecordRef> references(List<Group.Key> keys, List<Group> groups) {
        Set<RecordRef> refs = new HashSet<>();
        for (Group group : groups) {
            for (int i = 0; i < keys.size(); i++) {
                Object key = group.keys().get(i);
                if (key instanceof RecordRef ref) {
                    refs.add(ref);
                } else if (key instanceof UUID id
                        && keys.get(i).path().field().type() instanceof ReferenceType reference) {
                    refs.add(new RecordRef(reference.target(), id));
                }
            }
        }
        return refs;
    }

    private static JsonNode key(Group.Key key, @Nullable Object value, Map<RecordRef, RecordName> targets) {
        return key.period() != null && value instanceof LocalDate start
                ? NODES.stringNode(key.period().label(start))
                : RecordJson.value(key.path().field().type(), value, targets);
    }

    private static JsonNode measure(Group.Measure measure, @Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Long count -> NODES.numberNode(count);
            case BigDecimal number -> NODES.numberNode(number);
            case List<?> sums -> {
                ArrayNode array = NODES.arrayNode();
                sums.forEach(sum -> array.add(new MoneyType().toJson((Money) sum)));
                yield array;
            }
            case Object other ->
                throw new IllegalStateException("measure " + measure.kind() + " gave " + other.getClass());
        };
    }
}
