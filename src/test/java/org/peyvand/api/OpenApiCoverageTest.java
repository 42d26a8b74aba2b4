package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** A call that is not described cannot be found by those who read the description alone. */
class OpenApiCoverageTest {

    private static final String BASE = "/api/v1";

    private final TestProgram program = TestProgram.shared();

    @Test
    void describesEveryCallThereIs() {
        JsonNode paths = Api.of(program).get("/openapi.json").expect(200).get("paths");

        Set<String> missing = new TreeSet<>();
        handled().forEach(call -> {
            String[] parts = call.split(" ");
            String method = parts[0].toLowerCase(Locale.ROOT);
            String ofAccounts = parts[1].startsWith("/{type}") ? parts[1].replace("{type}", "accounts") : parts[1];
            if (paths.path(parts[1]).path(method).isMissingNode()
                    && paths.path(ofAccounts).path(method).isMissingNode()) {
                missing.add(call);
            }
        });

        assertThat(missing).isEmpty();
    }

    /** As {@code GET /search}, without the description itself. */
    private Set<String> handled() {
        return program
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(BASE + "/") && !path.endsWith("/openapi.json"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + path.substring(BASE.length()))))
                .collect(Collectors.toSet());
    }
}
