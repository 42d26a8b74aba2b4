package org.peyvand.record.field;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads and writes the JSON forms that several types share. */
final class Json {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** What a text says that should be JSON. */
    static JsonNode read(String text, String problem) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            throw new InvalidValue(problem);
        }
    }

    /** A string, cleaned of what nobody means to type. */
    static String words(JsonNode json, int longest) {
        if (!json.isString()) {
            throw new InvalidValue("not-text");
        }
        return words(json.stringValue(), longest);
    }

    static String words(String text, int longest) {
        String clean = PersianText.clean(text);
        if (clean.indexOf('\0') >= 0 || text.codePoints().anyMatch(Json::isHalfACharacter)) {
            throw new InvalidValue("not-text");
        }
        if (clean.length() > longest) {
            throw new InvalidValue("too-long", Integer.toString(longest));
        }
        return clean;
    }

    /** Half of a pair of surrogates, which JSON can write and no database can store. */
    private static boolean isHalfACharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A JSON number, or a string that is nothing but a number in Latin digits. */
    static BigDecimal number(JsonNode json) {
        if (json.isNumber()) {
            return bounded(json.decimalValue());
        }
        if (json.isString() && json.stringValue().matches("-?\\d{1,30}(\\.\\d{1,20})?")) {
            return new BigDecimal(json.stringValue());
        }
        throw new InvalidValue("not-a-number");
    }

    /** Refuses numbers whose plain form would be endless. */
    static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > 30 || number.scale() > 20) {
            throw new InvalidValue("number-out-of-range");
        }
        return number;
    }

    static @Nullable String optional(JsonNode object, String name, int longest) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        String words = words(value, longest);
        return words.isEmpty() ? null : words;
    }

    static boolean flag(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new InvalidValue("not-a-boolean");
        }
        return value.booleanValue();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
