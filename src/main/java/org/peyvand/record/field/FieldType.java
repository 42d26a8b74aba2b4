package org.peyvand.record.field;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/**
 * One kind of value: how it is stored, asked for, read from JSON and text, shown, and written again. Values are immutable;
 * an absent value is null everywhere. Adding a type is one file here, an input and a display fragment, and a test.
 *
 * @param <T> the Java type of a value
 */
public abstract sealed class FieldType<T>
        permits AddressesType,
                AnyReferenceType,
                BooleanType,
                ChoiceType,
                ContactPointsType,
                DateType,
                ExternalKeysType,
                InstantType,
                IntegerType,
                JsonType,
                MoneyType,
                MultiChoiceType,
                NumberType,
                RecurrenceType,
                ReferenceType,
                TagsType,
                UuidType,
                WordsType {

    /** The stable name in metadata, such as {@code text} or {@code money}. */
    public abstract String key();

    public abstract Class<? super T> javaType();

    /** The columns that hold a value of the field with this name; empty when the value lives in a table of its own. */
    public abstract List<Column> columns(String fieldName);

    public abstract Set<Operator> operators();

    /** Builds a value from the cells of its columns, in the order of {@link #columns}. */
    public abstract @Nullable T fromCells(List<@Nullable Object> cells);

    /** The cells of a value, in the order of {@link #columns}, as JDBC takes them. */
    public abstract List<@Nullable Object> toCells(@Nullable T value);

    /**
     * Reads a value as the API sends it; never called with JSON null or an empty string, which mean no value.
     *
     * @throws InvalidValue when the JSON is not such a value
     */
    public abstract T fromJson(JsonNode json);

    /** Writes a value as the API sends it. References are written by who knows the names of their targets. */
    public abstract JsonNode toJson(T value);

    /**
     * Reads a value from a form or a file; never called with blank text.
     *
     * @throws InvalidValue when the text is not such a value or could mean two
     */
    public abstract T fromText(String text, TextInput input);

    /** Writes a value as text that {@link #fromText} reads back unchanged in a file. */
    public abstract String toText(T value);

    /** Shows a value to a person. References and choices are shown by who knows their names. */
    public abstract String display(T value, Presentation presentation);

    /**
     * Compiles a comparison. Called only with one of {@link #operators} that negates no other and is not
     * {@link Operator#IS_NOT_EMPTY}; the operands were read by {@link #operand}.
     *
     * @param columns the field's columns, qualified by the alias of their table
     * @param operands none, one, two ({@code between}) or many ({@code in}, {@code hasAny}) operands
     */
    public abstract Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands);

    /** Reads an operand of a filter; most types take just a value. */
    public Object operand(Operator operator, JsonNode json) {
        return Objects.requireNonNull(fromJson(json));
    }

    /** That the field has a value. */
    public Condition isNotEmpty(List<org.jooq.Field<?>> columns) {
        return columns.getFirst().isNotNull();
    }

    /** Whether records can be sorted by the field; by its first column, then. */
    public boolean sortable() {
        return true;
    }

    /** Whether the two values are the same to a reader; a write between equal values changes nothing. */
    public boolean same(@Nullable T one, @Nullable T other) {
        return Objects.equals(one, other);
    }

    /** Whether an administrator may make a field of this type. */
    public boolean forOwnFields() {
        return true;
    }
}
