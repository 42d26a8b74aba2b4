package org.peyvand.record.field;

import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;

/** An e-mail address, kept as written and compared without regard to case. */
public final class EmailType extends WordsType {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\\\\\"]+@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    @Override
    public String key() {
        return "email";
    }

    @Override
    public String fromJson(JsonNode json) {
        if (!json.isString()) {
            throw new InvalidValue("not-an-email");
        }
        return address(json.stringValue());
    }

    @Override
    public String fromText(String text, TextInput input) {
        return address(text);
    }

    @Override
    public Object operand(Operator operator, JsonNode json) {
        return Json.words(json, LONGEST);
    }

    @Override
    public Condition compare(Operator operator, List<Field<?>> columns, List<Object> operands) {
        Field<String> lower = DSL.lower(columns.getFirst().cast(String.class));
        List<String> wanted =
                operands.stream().map(each -> Json.lower((String) each)).toList();
        return switch (operator) {
            case EQ -> lower.eq(wanted.getFirst());
            case IN -> lower.in(wanted);
            case CONTAINS -> lower.like("%" + ScalarType.escape(wanted.getFirst()) + "%");
            case STARTS_WITH -> lower.like(ScalarType.escape(wanted.getFirst()) + "%");
            case ENDS_WITH -> lower.like("%" + ScalarType.escape(wanted.getFirst()));
            case NE, NOT_IN, LT, LE, GT, GE, BETWEEN, IS_EMPTY, IS_NOT_EMPTY, HAS_ANY, HAS_ALL, HAS_NONE, WITHIN ->
                throw ScalarType.unsupported(operator);
        };
    }

    static String address(String typed) {
        String clean = org.peyvand.locale.PersianText.clean(typed);
        if (clean.length() > LONGEST || !ADDRESS.matcher(clean).matches()) {
            throw new InvalidValue("not-an-email");
        }
        return clean;
    }
}
