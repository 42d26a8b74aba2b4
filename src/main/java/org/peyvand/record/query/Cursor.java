package org.peyvand.record.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Where a page ended: the order's values of its last record and that record's id. It goes with one question only, of
 * which it carries a hash.
 */
record Cursor(List<@Nullable Object> values, UUID id) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 20_000;

    String written(String question) {
        ArrayNode array = MAPPER.createArrayNode();
        array.add(question);
        values.forEach(value -> array.add(OrderKey.written(value)));
        array.add(id.toString());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(array.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor of this question back; anything else is refused as a mismatch. */
    static Cursor read(String cursor, String question, List<OrderKey> keys) {
        try {
            if (cursor.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            JsonNode array = MAPPER.readTree(Base64.getUrlDecoder().decode(cursor));
            if (!array.isArray() || array.size() != keys.size() + 2 || !question.equals(text(array.get(0)))) {
                throw new IllegalArgumentException("of another question");
            }
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                values.add(keys.get(i).read(text(array.get(i + 1))));
            }
            return new Cursor(values, UUID.fromString(String.valueOf(text(array.get(keys.size() + 1)))));
        } catch (IllegalArgumentException | DateTimeException | JacksonException mismatch) {
            throw Refusal.Malformed.about("after", "cursor-mismatch");
        }
    }

    private static @Nullable String text(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (!json.isString()) {
            throw new IllegalArgumentException("not text");
        }
        return json.stringValue();
    }

    /** What a cursor belongs to. */
    static String question(Query query, List<Sort> sorts) {
        String order = sorts.stream().map(Sort::toString).collect(Collectors.joining(","));
        String whole = String.join(
                "\n",
                query.type().plural(),
                FilterWriter.write(query.filter()).toString(),
                query.text() == null ? "" : query.text(),
                order,
                Boolean.toString(query.deleted()));
        return HexFormat.of().formatHex(sha256(whole), 0, 8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
