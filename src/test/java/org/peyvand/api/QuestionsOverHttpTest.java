package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every field of the metadata is asked by every operator, sorted and grouped: what is told there holds, all else is 400. */
class QuestionsOverHttpTest {

    private static final String ID = "0190aaaa-0000-7000-8000-000000000000";
    private static final List<String> OPERATORS =
            List.of(("eq ne lt le gt ge between in notIn contains startsWith endsWith isEmpty isNotEmpty hasAny hasAll"
                            + " hasNone within")
                    .split(" "));
    private static final List<String> ODD = List.of(
            "null", "[]", "{}", "\"\"", "true", "-1e308", "[null]", "[[]]", "\"\\u0000\"", "\"';--\"", "[1,\"a\"]");
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("integer", "5"),
            Map.entry("decimal", "1.5"),
            Map.entry("percent", "10"),
            Map.entry("money", "{\"amount\":10,\"currency\":\"IRR\"}"),
            Map.entry("date", "\"2026-01-01\""),
            Map.entry("instant", "\"2026-01-01T00:00:00Z\""),
            Map.entry("boolean", "true"),
            Map.entry("email", "\"a@example.ir\""),
            Map.entry("emails", "\"a@example.ir\""),
            Map.entry("phone", "\"09121234567\""),
            Map.entry("phones", "\"09121234567\""),
            Map.entry("url", "\"https://example.ir\""),
            Map.entry("id", "\"" + ID + "\""),
            Map.entry("reference", "\"" + ID + "\""),
            Map.entry("anyReference", "{\"type\":\"accounts\",\"id\":\"" + ID + "\"}"));

    private static final Api api = Api.of(TestProgram.shared());
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void oneOfEachToBeFound() {
        String account =
                api.post("/accounts", "{\"name\": \"پرسش‌ها\"}").expect(201).id();
        api.post(
                        "/tasks",
                        "{\"subject\": \"پرسش\", \"regarding\": {\"type\": \"accounts\", \"id\": \"%s\"}}"
                                .formatted(account))
                .expect(201);
        api.post("/tasks", "{\"subject\": \"پرسش بی‌مورد\"}").expect(201);
    }

    @Test
    void takesEachOperatorExactlyWhereTheMetadataTellsIt() {
        fields((type, field) -> {
            Set<String> told = texts(field.path("operators"));
            for (String operator : OPERATORS) {
                expect(told.contains(operator) ? 200 : 400, type, field, operator, sample(field, operator));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesOddOperandsWithoutStumbling() {
        Random random = new Random(11);
        fields((type, field) -> {
            for (String operator : texts(field.path("operators"))) {
                for (int i = 0; i < 2; i++) {
                    String odd = ODD.get(random.nextInt(ODD.size()));
                    Answer answer = ask(type, field, operator, odd);
                    if (answer.status() != 200 && answer.status() != 400) {
                        wrong.add(
                                type + "." + field.path("name") + " " + operator + " " + odd + ": " + answer.status());
                    }
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void countsEveryRecordEitherWithOrWithoutAValue() {
        fields((type, field) -> {
            if (texts(field.path("operators")).contains("ne")) {
                long all = api.get("/" + type + "/count").get("count").longValue();
                long is =
                        ask(type, field, "eq", sample(field, "eq")).get("count").longValue();
                long other =
                        ask(type, field, "ne", sample(field, "ne")).get("count").longValue();
                if (is + other != all) {
                    wrong.add(type + "." + field.path("name") + ": " + is + " + " + other + " of " + all);
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void sortsWhereTheMetadataTellsItAndGroupsSoThatNothingIsLost() {
        fields((type, field) -> {
            String name = field.path("name").stringValue();
            Answer sorted = api.get("/" + type + "?limit=1&sort=-" + name);
            if ((sorted.status() == 200) != field.path("sortable").asBoolean(false)) {
                wrong.add(type + "?sort=" + name + ": " + sorted.status());
            }
            boolean dated =
                    Set.of("date", "instant").contains(field.path("type").stringValue());
            Answer grouped = api.get("/" + type + "/groups?by=" + name + (dated ? ":jalali-month" : ""));
            long all = api.get("/" + type + "/count").get("count").longValue();
            if (grouped.status() == 200 && total(grouped) != all) {
                wrong.add(type + " by " + name + ": " + total(grouped) + " of " + all);
            } else if (grouped.status() != 200 && grouped.status() != 400) {
                wrong.add(type + " by " + name + ": " + grouped.status());
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void groupsActivitiesByWhatTheyAreAbout() {
        JsonNode groups = api.get("/tasks/groups?by=regarding").expect(200).get("groups");

        assertThat(groups.get(0).get("keys").get(0).get("type").stringValue()).isEqualTo("accounts");
        assertThat(groups.get(groups.size() - 1).get("keys").get(0).isNull()).isTrue();
    }

    private interface Each {
        void of(String type, JsonNode field);
    }

    private static void fields(Each each) {
        api.get("/meta/types")
                .expect(200)
                .data()
                .forEach(type -> type.path("fields")
                        .forEach(field -> each.of(type.path("name").stringValue(), field)));
    }

    private void expect(int status, String type, JsonNode field, String operator, String value) {
        Answer answer = ask(type, field, operator, value);
        if (answer.status() != status) {
            wrong.add("%s.%s %s %s: %d %s"
                    .formatted(
                            type,
                            field.path("name").stringValue(),
                            operator,
                            value,
                            answer.status(),
                            answer.text("code")));
        }
    }

    private static Answer ask(String type, JsonNode field, String operator, String value) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.put("field", field.path("name").stringValue()).put("op", operator);
        String text = filter.toString();
        String whole =
                operator.startsWith("is") ? text : text.substring(0, text.length() - 1) + ",\"value\":" + value + "}";
        return api.get("/" + type + "/count", "filter", whole);
    }

    private static String sample(JsonNode field, String operator) {
        String type = field.path("type").stringValue();
        String one = List.of("choice", "multiChoice").contains(type)
                        && !field.path("options").isEmpty()
                ? field.path("options").get(0).path("key").toString()
                : SAMPLES.getOrDefault(type, "\"a\"");
        return switch (operator) {
            case "between" -> "[" + one + "," + one + "]";
            case "in", "notIn", "hasAny", "hasAll", "hasNone" -> "[" + one + "]";
            case "within" -> "\"this-jalali-month\"";
            case "contains", "startsWith", "endsWith" -> "\"09\"";
            default -> one;
        };
    }

    private static long total(Answer grouped) {
        return StreamSupport.stream(grouped.get("groups").spliterator(), false)
                .mapToLong(group -> group.path("count").longValue())
                .sum();
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
    }
}
