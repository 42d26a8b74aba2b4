package org.peyvand.record.field;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.peyvand.locale.Digits;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** A telephone number, stored in E.164 whichever way it was typed. */
public final class PhoneType extends WordsType {

    /** Numbers without a country are Iranian, those without an area are in Tehran. */
    static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "021");

    @Override
    public String key() {
        return "phone";
    }

    @Override
    public String fromJson(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-a-phone");
        }
        return number(json.stringValue());
    }

    @Override
    public String fromText(String text, TextInput input) {
        return number(text);
    }

    @Override
    public String display(String value, Presentation presentation) {
        return presentation.digits(NUMBERS.display(value));
    }

    /** A whole number in any form for equality, a fragment of digits for the rest. */
    @Override
    public Object operand(Operator operator, JsonNode json) {
        String words = Json.words(json, 100);
        return operator == Operator.EQ
                        || operator == Operator.IN
                        || operator == Operator.NE
                        || operator == Operator.NOT_IN
                ? NUMBERS.parse(words).map(org.peyvand.locale.PhoneNumber::e164).orElse(words)
                : fragment(words);
    }

    /** The digits of a fragment; a leading zero stands for the country and is dropped. */
    public static String fragment(String words) {
        String digits = Digits.latin(words).replaceAll("[^0-9]", "");
        return digits.startsWith("00") ? digits.substring(2) : digits.startsWith("0") ? digits.substring(1) : digits;
    }

    @Override
    public Condition compare(Operator operator, List<Field<?>> columns, List<Object> operands) {
        Field<String> column = columns.getFirst().coerce(String.class);
        String first = ScalarType.escape(String.valueOf(operands.getFirst()));
        return switch (operator) {
            case EQ, IN -> ScalarType.compare(operator, column, operands);
            case CONTAINS -> column.like("%" + first + "%");
            case STARTS_WITH -> column.like("+" + first + "%").or(column.like("+98" + first + "%"));
            case ENDS_WITH -> column.like("%" + first);
            case NE, NOT_IN, LT, LE, GT, GE, BETWEEN, IS_EMPTY, IS_NOT_EMPTY, HAS_ANY, HAS_ALL, HAS_NONE, WITHIN ->
                throw ScalarType.unsupported(operator);
        };
    }

    static String number(String typed) {
        return NUMBERS.parse(typed)
                .map(org.peyvand.locale.PhoneNumber::e164)
                .orElseThrow(() -> new InvalidValue("not-a-phone"));
    }
}
