package org.peyvand.record.field;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.DateInput;
import org.peyvand.locale.Digits;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** A point in time, to the microsecond. From outside it needs an offset; what a person types is in the person's zone. */
public final class InstantType extends FieldType<Instant> {

    @Override
    public String key() {
        return "instant";
    }

    @Override
    public Class<Instant> javaType() {
        return Instant.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "timestamptz"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.DATED;
    }

    @Override
    public @Nullable Instant fromCells(List<@Nullable Object> cells) {
        return switch (cells.getFirst()) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant();
            case java.sql.Timestamp time -> time.toInstant();
            case Object time -> (Instant) time;
        };
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable Instant value) {
        return ScalarType.cell(value == null ? null : stored(value).atOffset(ZoneOffset.UTC));
    }

    @Override
    public Instant fromJson(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-an-instant");
        }
        return parse(json.stringValue());
    }

    @Override
    public JsonNode toJson(Instant value) {
        return Json.NODES.stringNode(stored(value).toString());
    }

    @Override
    public Instant fromText(String text, TextInput input) {
        String typed = Digits.latin(text.strip());
        if (input.strict() || typed.contains("T")) {
            return parse(typed);
        }
        java.util.regex.Matcher clock = java.util.regex.Pattern.compile("(.*?)[ ,،]*(\\d{1,2}):(\\d{2})$")
                .matcher(typed);
        boolean timed = clock.matches();
        String day = timed ? clock.group(1).strip() : typed;
        LocalDate date = day.isEmpty()
                ? input.today()
                : DateInput.parse(day, input.today()).orElseThrow(() -> new InvalidValue("not-an-instant"));
        try {
            LocalTime time = timed
                    ? LocalTime.of(Integer.parseInt(clock.group(2)), Integer.parseInt(clock.group(3)))
                    : LocalTime.MIDNIGHT;
            return date.atTime(time).atZone(input.presentation().zone()).toInstant();
        } catch (java.time.DateTimeException outside) {
            throw new InvalidValue("not-an-instant");
        }
    }

    @Override
    public String toText(Instant value) {
        return value.toString();
    }

    @Override
    public String display(Instant value, Presentation presentation) {
        return presentation.instant(value);
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return operator == Operator.WITHIN ? DateType.period(json) : fromJson(json);
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(
                operator,
                columns.getFirst(),
                operands.stream()
                        .<Object>map(each -> ((Instant) each).atOffset(ZoneOffset.UTC))
                        .toList());
    }

    /** As the database keeps it; else a value in the change log would never equal the one that stands. */
    private static Instant stored(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant parse(String text) {
        try {
            Instant parsed = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            int year = parsed.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1600 || year > 2400) {
                throw new InvalidValue("not-an-instant");
            }
            return parsed;
        } catch (DateTimeParseException malformed) {
            throw new InvalidValue("not-an-instant");
        }
    }
}
