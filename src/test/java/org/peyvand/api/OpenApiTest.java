package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;

/** The description of the API, held against the standard by a strict validator. */
class OpenApiTest {

    private final Api api = Api.of(TestProgram.shared());

    @Test
    void describesItselfAsTheStandardSays(@TempDir Path directory) throws Exception {
        api.post(
                "/meta/types/accounts/fields",
                "{\"name\": \"openapi\", \"type\": \"choice\", \"label\": {\"fa\": \"نمونه\", \"en\": \"Sample\"},"
                        + " \"options\": [\"a\", \"b\"]}");
        api.post(
                "/meta/types",
                "{\"name\": \"openapi-samples\", \"label\": {\"fa\": \"نمونه‌ها\", \"en\": \"Samples\"}}");
        Path document = directory.resolve("openapi.json");
        Files.writeString(document, api.get("/openapi.json").expect(200).text());

        assertThat(validate(document)).isEmpty();
        assertThat(Files.readString(document))
                .contains(
                        "\"x_openapi\"",
                        "\"/x-openapi-samples/{id}\"",
                        "\"XOpenapiSampleWrite\"",
                        "\"/accounts/{id}\"");
    }

    /** What the validator complains of, or nothing. */
    private static String validate(Path document) throws IOException, InterruptedException {
        String node = Objects.requireNonNullElse(System.getenv("PLAYWRIGHT_NODEJS_PATH"), "node");
        Process validator = new ProcessBuilder(node, "src/test/js/openapi.mjs", document.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return validator.waitFor() == 0 ? said.strip() : "exit " + validator.exitValue() + ": " + said;
    }
}
