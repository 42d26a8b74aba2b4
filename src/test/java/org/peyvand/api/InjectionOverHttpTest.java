package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** SQL in every parameter, name, operator, value, sort and group key: it is a word like another, or is refused at once. */
class InjectionOverHttpTest {

    private static final List<String> SQL = List.of(
            "'",
            "\"",
            "\\",
            ";--",
            "' or '1'='1",
            "'; select pg_sleep(3)--",
            "1; select pg_sleep(3)",
            "(select pg_sleep(3))",
            "name); select pg_sleep(3)--",
            "'||(select pg_sleep(3))||'",
            "\" or pg_sleep(3) is not null--",
            "case when 1=1 then name else id end",
            "name,(select pg_sleep(3))",
            "$1",
            "{0}",
            "?",
            ":x");

    private final Api api = Api.of(TestProgram.shared());
    private final List<String> wrong = new ArrayList<>();

    @Test
    void isAWordOrIsRefused() {
        for (String sql : SQL) {
            for (String parameter : List.of("filter", "sort", "limit", "after", "fields", "q", "deleted", "nothing")) {
                ask("/accounts", parameter, sql);
            }
            for (String parameter : List.of("by", "measures", "filter", "q")) {
                ask("/accounts/groups", parameter, sql);
            }
            ask("/accounts/groups", "by", "createdAt:" + sql);
            ask("/accounts/groups", "measures", "sum:" + sql);
            for (String parameter : List.of("q", "types", "limit")) {
                ask("/search?q=x".substring(0, parameter.equals("q") ? 7 : 11), parameter, sql);
            }
            for (ObjectNode filter : filters(sql)) {
                ask("/accounts", "filter", filter.toString());
                ask("/accounts/count", "filter", filter.toString());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(api.get("/accounts/count").expect(200).get("count").intValue())
                .isNotNegative();
    }

    @Test
    void findsWhatIsNamedLikeSqlAndNothingElse() {
        for (String sql : SQL) {
            ObjectNode account = JsonNodeFactory.instance.objectNode().put("name", "x " + sql + " x");
            String id = api.post("/accounts", account.toString()).expect(201).id();

            ObjectNode filter = JsonNodeFactory.instance.objectNode();
            filter.put("field", "name").put("op", "eq").put("value", "x " + sql + " x");

            assertThat(api.get("/accounts", "filter", filter.toString())
                            .expect(200)
                            .data()
                            .valueStream())
                    .as(sql)
                    .extracting(record -> record.get("id").stringValue())
                    .contains(id);
            api.delete("/accounts/" + id).expect(204);
        }
    }

    private static List<ObjectNode> filters(String sql) {
        List<ObjectNode> filters = new ArrayList<>();
        for (String place : List.of("field", "op", "value")) {
            ObjectNode filter = JsonNodeFactory.instance.objectNode();
            filter.put("field", "name").put("op", "contains").put("value", "x").put(place, sql);
            filters.add(filter);
        }
        ObjectNode path = JsonNodeFactory.instance.objectNode();
        filters.add(path.put("field", "externalKeys." + sql).put("op", "eq").put("value", sql));
        ObjectNode has = JsonNodeFactory.instance.objectNode().put("has", sql);
        filters.add(has);
        return filters;
    }

    private void ask(String path, String parameter, String value) {
        Instant asked = Instant.now();
        Answer answer = api.get(path, parameter, value);
        Duration took = Duration.between(asked, Instant.now());
        if (answer.status() != 200 && answer.status() != 400) {
            wrong.add(path + " " + parameter + "=" + value + ": " + answer.status());
        }
        if (took.compareTo(Duration.ofSeconds(3)) >= 0) {
            wrong.add(path + " " + parameter + "=" + value + " took " + took);
        }
        if (answer.text().contains("PSQL") || answer.text().contains("syntax error")) {
            wrong.add(path + " " + parameter + "=" + value + ": " + answer.text());
        }
    }
}
