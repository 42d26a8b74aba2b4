package org.peyvand.record.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PhoneNumber;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All e-mail addresses or all telephone numbers of somebody. The primary of each kind also stands in a field of its own
 * ({@code email}, {@code phone}, {@code mobile}), which the write gate keeps in step.
 */
public final class ContactPointsType extends FieldType<List<ContactPoint>> {

    private static final int MOST = 50;
    private static final Set<String> PARTS = Set.of("value", "type", "primary", "optOut", "invalid");
    private static final Set<Operator> OPERATORS =
            Set.of(Operator.HAS_ANY, Operator.HAS_ALL, Operator.HAS_NONE, Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);

    /** What kind of points a field holds. */
    public enum Kind {
        EMAILS,
        PHONES
    }

    private final Kind kind;

    public ContactPointsType(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String key() {
        return kind == Kind.EMAILS ? "emails" : "phones";
    }

    @Override
    public Class<List> javaType() {
        return List.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "jsonb"));
    }

    @Override
    public Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public @Nullable List<ContactPoint> fromCells(List<@Nullable Object> cells) {
        return cells.getFirst() instanceof JSONB json ? stored(Json.MAPPER.readTree(json.data())) : null;
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable List<ContactPoint> value) {
        return Collections.singletonList(
                value == null || value.isEmpty()
                        ? null
                        : JSONB.valueOf(toJson(value).toString()));
    }

    @Override
    public List<ContactPoint> fromJson(JsonNode json) {
        if (!json.isArray()) {
            throw new InvalidValue("not-a-list");
        }
        if (json.size() > MOST) {
            throw new InvalidValue("too-many", Integer.toString(MOST));
        }
        for (JsonNode each : json) {
            if (!each.isObject() || !PARTS.containsAll(each.propertyNames())) {
                throw new InvalidValue("not-a-contact-point");
            }
        }
        return settled(read(json));
    }

    @Override
    public JsonNode toJson(List<ContactPoint> value) {
        ArrayNode array = Json.NODES.arrayNode();
        for (ContactPoint point : value) {
            ObjectNode json = array.addObject();
            json.put("value", point.value());
            json.put("type", point.type());
            json.put("primary", point.primary());
            json.put("optOut", point.optOut());
            json.put("invalid", point.invalid());
        }
        return array;
    }

    /** JSON as the API writes it, or values alone, separated by semicolons. */
    @Override
    public List<ContactPoint> fromText(String text, TextInput input) {
        if (text.stripLeading().startsWith("[")) {
            return fromJson(Json.read(text, "not-a-contact-point"));
        }
        List<ContactPoint> points = new ArrayList<>();
        for (String each : text.split("[;؛،\\n]")) {
            if (!each.isBlank()) {
                points.add(point(each, null, false, false, false));
            }
        }
        return settled(points);
    }

    @Override
    public String toText(List<ContactPoint> value) {
        return toJson(value).toString();
    }

    @Override
    public String display(List<ContactPoint> value, Presentation presentation) {
        return value.stream()
                .map(each -> kind == Kind.EMAILS
                        ? each.value()
                        : presentation.digits(PhoneType.NUMBERS.display(each.value())))
                .collect(Collectors.joining("، "));
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return kind == Kind.EMAILS ? Json.lower(Json.words(json, 254)) : new PhoneType().operand(Operator.EQ, json);
    }

    @Override
    public Condition compare(Operator operator, List<Field<?>> columns, List<Object> operands) {
        List<Condition> each = operands.stream()
                .map(wanted -> anyEntry(
                        columns.getFirst(),
                        DSL.field("lower(entry ->> 'value')", String.class).eq(Json.lower((String) wanted))))
                .toList();
        return switch (operator) {
            case HAS_ANY -> DSL.or(each);
            case HAS_ALL -> DSL.and(each);
            case EQ,
                    NE,
                    LT,
                    LE,
                    GT,
                    GE,
                    BETWEEN,
                    IN,
                    NOT_IN,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    IS_EMPTY,
                    IS_NOT_EMPTY,
                    HAS_NONE,
                    WITHIN -> throw ScalarType.unsupported(operator);
        };
    }

    /** That some entry beyond the primaries satisfies the same comparison as {@code email}, {@code phone} or {@code mobile}. */
    public Condition anyEntry(FieldType<?> single, Operator operator, Field<?> list, List<Object> operands) {
        return DSL.condition("jsonb_array_length({0}) > 1", list)
                .and(anyEntry(
                        list,
                        single.compare(operator, List.of(DSL.field("(entry ->> 'value')", String.class)), operands)));
    }

    @Override
    public boolean sortable() {
        return false;
    }

    @Override
    public boolean forOwnFields() {
        return false;
    }

    private static Condition anyEntry(Field<?> list, Condition about) {
        return DSL.condition("exists (select 1 from jsonb_array_elements({0}) entry where {1})", list, about);
    }

    /** What the gate wrote needs no second look. */
    private static List<ContactPoint> stored(JsonNode json) {
        List<ContactPoint> points = new ArrayList<>(json.size());
        for (JsonNode each : json) {
            points.add(new ContactPoint(
                    each.path("value").asString(""),
                    each.path("type").asString("work"),
                    each.path("primary").asBoolean(false),
                    each.path("optOut").asBoolean(false),
                    each.path("invalid").asBoolean(false)));
        }
        return List.copyOf(points);
    }

    private List<ContactPoint> read(JsonNode json) {
        List<ContactPoint> points = new ArrayList<>(json.size());
        for (JsonNode each : json) {
            String value = Json.optional(each, "value", 254);
            if (value == null) {
                throw new InvalidValue("not-a-contact-point");
            }
            points.add(point(
                    value,
                    Json.optional(each, "type", 30),
                    Json.flag(each, "primary"),
                    Json.flag(each, "optOut"),
                    Json.flag(each, "invalid")));
        }
        return points;
    }

    private ContactPoint point(String value, @Nullable String type, boolean primary, boolean optOut, boolean invalid) {
        if (kind == Kind.EMAILS) {
            return new ContactPoint(EmailType.address(value), type == null ? "work" : type, primary, optOut, invalid);
        }
        PhoneNumber number = PhoneType.NUMBERS.parse(value).orElseThrow(() -> new InvalidValue("not-a-phone"));
        String kindOfNumber = type != null ? type : number.mobile() ? ContactPoint.MOBILE : "work";
        return new ContactPoint(number.e164(), kindOfNumber, primary, optOut, invalid);
    }

    /** Each value once, and of each kind exactly one primary: the first marked, else the first. */
    private static List<ContactPoint> settled(List<ContactPoint> points) {
        Set<String> seen = new HashSet<>();
        List<ContactPoint> distinct = points.stream()
                .filter(point -> seen.add(Json.lower(point.value())))
                .toList();
        List<ContactPoint> settled = new ArrayList<>(distinct.size());
        for (ContactPoint point : distinct) {
            settled.add(point.asPrimary(point.equals(firstOf(distinct, isMobile(point)))));
        }
        return List.copyOf(settled);
    }

    private static ContactPoint firstOf(List<ContactPoint> points, boolean mobile) {
        List<ContactPoint> kindred =
                points.stream().filter(point -> isMobile(point) == mobile).toList();
        return kindred.stream().filter(ContactPoint::primary).findFirst().orElseGet(kindred::getFirst);
    }

    private static boolean isMobile(ContactPoint point) {
        return point.type().equals(ContactPoint.MOBILE);
    }
}
