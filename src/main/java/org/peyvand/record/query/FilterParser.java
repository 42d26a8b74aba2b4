package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Relation;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Condition.And;
import org.peyvand.record.query.Condition.Compare;
import org.peyvand.record.query.Condition.Has;
import org.peyvand.record.query.Condition.Not;
import org.peyvand.record.query.Condition.Or;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of a filter into a {@link Condition}; one parser reads one filter, whose terms it counts. */
final class FilterParser {

    private static final int MOST_TERMS = 200;
    private static final int MOST_OPERANDS = 10_000;
    private static final int DEEPEST = 20;
    private static final int MOST_RELATED = 1_000_000;

    private final Sight sight;
    private final PathParser paths;
    private int terms;
    private int operands;

    FilterParser(Sight sight) {
        this.sight = sight;
        this.paths = new PathParser(sight);
    }

    Condition parse(RecordType type, JsonNode filter) {
        return parse(sight.effective(type), filter, 1);
    }

    private Condition parse(RecordType type, JsonNode json, int depth) {
        if (depth > DEEPEST) {
            throw refusal("filter-too-deep", Integer.toString(DEEPEST));
        }
        if (!json.isObject()) {
            throw refusal("bad-filter");
        }
        if (json.isEmpty()) {
            return Condition.ALWAYS;
        }
        Set<String> names = Set.copyOf(json.propertyNames());
        if (names.equals(Set.of("and"))) {
            return new And(parts(type, json.get("and"), depth));
        }
        if (names.equals(Set.of("or"))) {
            return new Or(parts(type, json.get("or"), depth));
        }
        if (names.equals(Set.of("not"))) {
            return new Not(parse(type, json.get("not"), depth + 1));
        }
        if (names.contains("has") && Set.of("has", "where", "count").containsAll(names)) {
            return has(type, json, depth);
        }
        if (names.contains("field") && Set.of("field", "op", "value").containsAll(names)) {
            return comparison(type, json);
        }
        throw refusal("bad-filter");
    }

    private List<Condition> parts(RecordType type, JsonNode list, int depth) {
        if (!list.isArray()) {
            throw refusal("bad-filter");
        }
        List<Condition> parts = new ArrayList<>(list.size());
        for (JsonNode each : list) {
            parts.add(parse(type, each, depth + 1));
        }
        return List.copyOf(parts);
    }

    private Condition has(RecordType type, JsonNode json, int depth) {
        countTerm();
        String name = text(json.get("has"));
        Relation relation = sight.relation(type, name).orElseThrow(() -> Sight.unknown(name));
        JsonNode where = json.get("where");
        Condition condition =
                where == null || where.isNull() ? null : parse(sight.effective(relation.target()), where, depth + 1);
        return counted(relation, condition, json.get("count"));
    }

    private static Condition counted(Relation relation, @Nullable Condition where, @Nullable JsonNode count) {
        if (count == null || count.isNull()) {
            return new Has(relation, where, 1, null);
        }
        if (!count.isObject() || count.isEmpty()) {
            throw Sight.refusal(relation.name(), "bad-operand", relation.name());
        }
        int least = 0;
        int most = Integer.MAX_VALUE;
        for (String operator : count.propertyNames()) {
            int number = number(relation.name(), count.get(operator));
            switch (operator) {
                case "eq" -> {
                    least = Math.max(least, number);
                    most = Math.min(most, number);
                }
                case "ge" -> least = Math.max(least, number);
                case "gt" -> least = Math.max(least, number + 1);
                case "le" -> most = Math.min(most, number);
                case "lt" -> most = Math.min(most, number - 1);
                default -> throw Sight.refusal(relation.name(), "operator-not-allowed", relation.name(), operator);
            }
        }
        return new Has(relation, where, least, most == Integer.MAX_VALUE ? null : (Integer) most);
    }

    private static int number(String relation, JsonNode json) {
        if (!json.isIntegralNumber()
                || !json.canConvertToInt()
                || json.intValue() < 0
                || json.intValue() > MOST_RELATED) {
            throw Sight.refusal(relation, "bad-operand", relation);
        }
        return json.intValue();
    }

    private Condition comparison(RecordType type, JsonNode json) {
        countTerm();
        FieldPath path = paths.path(type, text(json.get("field")));
        String key = json.has("op") ? text(json.get("op")) : Operator.EQ.key();
        Operator operator = Operator.byKey(key)
                .filter(each -> ConditionCompiler.allowed(path.field()).contains(each))
                .orElseThrow(() -> Sight.refusal(path.toString(), "operator-not-allowed", path.toString(), key));
        return compare(path, operator, json.get("value"));
    }

    private Condition compare(FieldPath path, Operator operator, @Nullable JsonNode value) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> {
                if (value != null && !value.isNull() && !(value.isBoolean() && value.booleanValue())) {
                    throw badOperand(path);
                }
                yield new Compare(path, operator, List.of());
            }
            case EQ, NE -> {
                if (value == null) {
                    throw badOperand(path);
                }
                Operator empty = operator == Operator.EQ ? Operator.IS_EMPTY : Operator.IS_NOT_EMPTY;
                yield isNone(value) ? new Compare(path, empty, List.of()) : single(path, operator, value);
            }
            case LT, LE, GT, GE, CONTAINS, STARTS_WITH, ENDS_WITH, WITHIN -> single(path, operator, value);
            case BETWEEN -> {
                List<JsonNode> ends = list(path, value);
                if (ends.size() != 2) {
                    throw badOperand(path);
                }
                yield new Compare(path, operator, operands(path, operator, ends));
            }
            case IN, NOT_IN -> anyOf(path, operator, list(path, value));
            case HAS_ANY, HAS_ALL, HAS_NONE ->
                new Compare(
                        path,
                        operator,
                        operands(
                                path,
                                operator,
                                value != null && value.isString() ? List.of(value) : list(path, value)));
        };
    }

    private Condition single(FieldPath path, Operator operator, @Nullable JsonNode value) {
        if (value == null || value.isArray()) {
            throw badOperand(path);
        }
        return new Compare(path, operator, operands(path, operator, List.of(value)));
    }

    /** A list may hold null, which stands for records without a value. */
    private Condition anyOf(FieldPath path, Operator operator, List<JsonNode> values) {
        List<JsonNode> some = values.stream().filter(each -> !isNone(each)).toList();
        Compare among = new Compare(path, operator, operands(path, operator, some));
        if (some.size() == values.size()) {
            return among;
        }
        return operator == Operator.IN
                ? new Or(List.of(new Compare(path, Operator.IS_EMPTY, List.of()), among))
                : new And(List.of(new Compare(path, Operator.IS_NOT_EMPTY, List.of()), among));
    }

    private List<Object> operands(FieldPath path, Operator operator, List<JsonNode> values) {
        operands += values.size();
        if (operands > MOST_OPERANDS) {
            throw refusal("too-many-operands", Integer.toString(MOST_OPERANDS));
        }
        return values.stream().map(value -> operand(path, operator, value)).toList();
    }

    private static Object operand(FieldPath path, Operator operator, JsonNode value) {
        if (isNone(value)) {
            throw badOperand(path);
        }
        Object word = value.isString() ? word(path.field(), value.stringValue()) : null;
        if (word != null) {
            return word;
        }
        try {
            Object operand = path.field().type().operand(operator, value);
            boolean nothing = operand instanceof String text && text.isEmpty();
            if (nothing
                    && (path.field().type() instanceof PhoneType || path.field().type() instanceof ContactPointsType)) {
                throw badOperand(path);
            }
            return operand;
        } catch (InvalidValue invalid) {
            throw badOperand(path);
        }
    }

    /** The reader and the reader's teams, where a reference can mean them. */
    private static @Nullable Object word(Field<?> field, String word) {
        boolean any = field.type() instanceof AnyReferenceType;
        boolean users = field.type() instanceof ReferenceType reference
                && reference.target().equals("users");
        boolean teams = field.type() instanceof ReferenceType reference
                && reference.target().equals("teams");
        return switch (word) {
            case "me" -> users || any ? new Condition.Me() : null;
            case "myTeam" -> teams || any ? new Condition.MyTeams(true) : null;
            case "myTeams" -> teams || any ? new Condition.MyTeams(false) : null;
            default -> null;
        };
    }

    private static boolean isNone(JsonNode value) {
        return value.isNull() || (value.isString() && value.stringValue().isEmpty());
    }

    private static List<JsonNode> list(FieldPath path, @Nullable JsonNode value) {
        if (value == null || !value.isArray()) {
            throw badOperand(path);
        }
        List<JsonNode> list = new ArrayList<>(value.size());
        value.forEach(list::add);
        return list;
    }

    private static String text(@Nullable JsonNode json) {
        if (json == null || !json.isString()) {
            throw refusal("bad-filter");
        }
        return json.stringValue();
    }

    private void countTerm() {
        if (++terms > MOST_TERMS) {
            throw refusal("too-many-terms", Integer.toString(MOST_TERMS));
        }
    }

    private static Refusal.Malformed refusal(String code, String... arguments) {
        return Sight.refusal("filter", code, arguments);
    }

    private static Refusal.Malformed badOperand(FieldPath path) {
        return Sight.refusal(path.toString(), "bad-operand", path.toString());
    }
}
