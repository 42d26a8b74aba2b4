package org.peyvand.record.field;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.DateInput;
import org.peyvand.locale.Digits;
import org.peyvand.locale.Presentation;
import org.peyvand.locale.RelativePeriod;
import tools.jackson.databind.JsonNode;

/** A civil date, which never passes through an instant and so never moves with a time zone. */
public final class DateType extends FieldType<LocalDate> {

    private static final Pattern THREE_NUMBERS = Pattern.compile("(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})");

    @Override
    public String key() {
        return "date";
    }

    @Override
    public Class<LocalDate> javaType() {
        return LocalDate.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "date"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.DATED;
    }

    @Override
    public @Nullable LocalDate fromCells(List<@Nullable Object> cells) {
        return switch (cells.getFirst()) {
            case null -> null;
            case java.sql.Date date -> date.toLocalDate();
            case Object date -> (LocalDate) date;
        };
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable LocalDate value) {
        return ScalarType.cell(value);
    }

    @Override
    public LocalDate fromJson(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-a-date");
        }
        return inRange(DateInput.strict(json.stringValue()));
    }

    @Override
    public JsonNode toJson(LocalDate value) {
        return Json.NODES.stringNode(value.toString());
    }

    @Override
    public LocalDate fromText(String text, TextInput input) {
        if (!input.strict()) {
            return inRange(DateInput.parse(text, input.today()));
        }
        Optional<LocalDate> clear = DateInput.strict(text.strip());
        return inRange(clear.isPresent() ? clear : ordered(text.strip(), input.dateOrder()));
    }

    @Override
    public String toText(LocalDate value) {
        return value.toString();
    }

    @Override
    public String display(LocalDate value, Presentation presentation) {
        return presentation.date(value);
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return operator == Operator.WITHIN ? period(json) : fromJson(json);
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compare(operator, columns.getFirst(), operands);
    }

    static RelativePeriod period(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("unknown-period");
        }
        return RelativePeriod.parse(json.stringValue()).orElseThrow(() -> new InvalidValue("unknown-period"));
    }

    /** A date whose order of parts the file's author has stated; without that statement it could mean two days. */
    private static Optional<LocalDate> ordered(String text, @Nullable String order) {
        Matcher parts = THREE_NUMBERS.matcher(Digits.latin(text));
        if (order == null) {
            throw new InvalidValue(parts.matches() ? "ambiguous-date" : "not-a-date");
        }
        if (!parts.matches()) {
            return Optional.empty();
        }
        String year = parts.group(order.indexOf('y') + 1);
        String month = parts.group(order.indexOf('m') + 1);
        String day = parts.group(order.indexOf('d') + 1);
        return year.length() != 4 || month.length() > 2 || day.length() > 2
                ? Optional.empty()
                : DateInput.strict("%s-%2s-%2s".formatted(year, month, day).replace(' ', '0'));
    }

    private static LocalDate inRange(Optional<LocalDate> date) {
        LocalDate found = date.orElseThrow(() -> new InvalidValue("not-a-date"));
        if (found.getYear() < 1600 || found.getYear() > 2400) {
            throw new InvalidValue("not-a-date");
        }
        return found;
    }
}
