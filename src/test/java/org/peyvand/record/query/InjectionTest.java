package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyvand.record.query.TradingFloor.FIRMS;
import static org.peyvand.record.query.TradingFloor.PEOPLE;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Odd words in every place that takes words are words, or refused; never an error of the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TradingFloor floor = new TradingFloor();
    private final Actor actor = TradingFloor.user(UUID.randomUUID(), UUID.randomUUID());

    @BeforeAll
    void fill() {
        floor.put(FIRMS, Map.of("name", "پارس"));
    }

    @AfterAll
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''; drop table test_firm; --",
                "\"",
                "\\",
                "\\'",
                "%",
                "_%\\",
                "$1",
                "?",
                "??",
                "?|",
                "{0}",
                "{",
                ":name",
                "/* x */",
                "-- x",
                "e'\\000'",
                "\u0000",
                "a\u0000b",
                "\uD800",
                "\uFFFF",
                "\u202E",
                "😀",
                "\t\n\r",
                "a'::text",
                "٪"
            })
    void wordsAreWords(String words) {
        for (String operator : new String[] {"eq", "ne", "contains", "startsWith", "endsWith", "gt", "within"}) {
            for (String field : new String[] {
                "name", "email", "mobile", "industry", "parent.name", "externalKeys.crm", "owner", "createdAt", words
            }) {
                ask(NODES.objectNode().put("field", field).put("op", operator).put("value", words));
            }
        }
        ObjectNode tags = NODES.objectNode().put("field", "tags").put("op", "hasAny");
        tags.putArray("value").add(words);
        ask(tags);
        ask(NODES.objectNode().put("field", "name").put("op", words).put("value", "x"));
        ask(NODES.objectNode().put("has", words));
        ask(NODES.objectNode()
                .put("field", "externalKeys." + words)
                .put("op", "eq")
                .put("value", words));
        tried(() -> floor.gate().page(actor, Query.of(FIRMS).matching(words)));
        tried(() -> floor.gate().page(actor, Query.of(FIRMS).after(words)));
        tried(() -> floor.gate().sorts(actor, FIRMS, words));
        tried(() -> floor.gate().path(actor, FIRMS, words));
        tried(() -> floor.gate().search(actor, words, Set.of(FIRMS, PEOPLE), 10));

        assertThat(floor.gate().count(Actor.system(), Query.of(FIRMS)).count()).isEqualTo(1);
    }

    private void ask(ObjectNode filter) {
        tried(() -> floor.gate().page(actor, Query.of(FIRMS).where(floor.gate().parse(actor, FIRMS, filter))));
    }

    /** A refusal is an answer, too. */
    private static void tried(Runnable question) {
        try {
            question.run();
        } catch (Refusal.Malformed refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }
}
