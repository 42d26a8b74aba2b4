package org.peyvand.api;

import java.io.IOException;
import java.io.InputStream;
import org.peyvand.record.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as the API takes it: within limits, every number exact, no name twice, nothing behind the end. */
final class ApiJson {

    /** The largest body in bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiJson() {}

    /**
     * Reads a whole body.
     *
     * @throws TooLarge when it is over the limit
     * @throws Refusal.Malformed when it is no JSON
     */
    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new TooLarge();
        }
        return bytes;
    }

    static JsonNode parse(byte[] bytes) {
        if (isWide(bytes)) {
            throw new Refusal.Malformed("not-json");
        }
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (json == null || json.isMissingNode()) {
                throw new Refusal.Malformed("empty-body");
            }
            return json;
        } catch (StreamConstraintsException tooMuch) {
            throw new Refusal.Malformed("json-limits");
        } catch (JacksonException malformed) {
            throw new Refusal.Malformed("not-json");
        }
    }

    /** The parser would take UTF-16 and UTF-32 as well, but the API speaks UTF-8, in which no zero byte stands for a sign. */
    private static boolean isWide(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 4); i++) {
            if (bytes[i] == 0 || bytes[i] == (byte) 0xFE || bytes[i] == (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }

    static JsonNode parse(String text) {
        return parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A body over {@link #LARGEST} bytes. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("body too large", null, false, false);
        }
    }
}
