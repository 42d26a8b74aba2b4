package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/**
 * A rule as it is built: conditions side by side. One that says more than a comparison is kept as it stands.
 *
 * @param any whether one of them is enough; otherwise all must hold
 */
record RuleTerms(boolean any, List<JsonNode> terms) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The conditions of a rule; none where there is no rule. */
    static RuleTerms of(@Nullable JsonNode rule) {
        if (rule == null || rule.isNull()) {
            return new RuleTerms(false, List.of());
        }
        for (boolean any : new boolean[] {false, true}) {
            if (rule.size() == 1 && rule.get(key(any)) instanceof ArrayNode all && !all.isEmpty()) {
                return new RuleTerms(any, all.values().stream().toList());
            }
        }
        return new RuleTerms(false, List.of(rule));
    }

    /**
     * As an address holds them.
     *
     * @throws Refusal.Malformed when it is not JSON
     */
    static RuleTerms read(String filter) {
        try {
            return of(filter.isBlank() ? null : JSON.readTree(filter));
        } catch (JacksonException malformed) {
            throw new Refusal.Malformed("not-json");
        }
    }

    RuleTerms with(JsonNode term) {
        List<JsonNode> more = new ArrayList<>(terms);
        more.add(term);
        return new RuleTerms(any, List.copyOf(more));
    }

    RuleTerms without(int index) {
        List<JsonNode> fewer = new ArrayList<>(terms);
        fewer.remove(index);
        return new RuleTerms(any, List.copyOf(fewer));
    }

    RuleTerms joined(boolean byAny) {
        return new RuleTerms(byAny, terms);
    }

    /** As the API takes it; the JSON null for no rule. */
    JsonNode filter() {
        if (terms.isEmpty()) {
            return NullNode.getInstance();
        }
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        var filter = JsonNodeFactory.instance.objectNode();
        filter.putArray(key(any)).addAll(terms);
        return filter;
    }

    /** As an address holds it, empty for no rule. */
    String text() {
        return terms.isEmpty() ? "" : filter().toString();
    }

    private static String key(boolean any) {
        return any ? "or" : "and";
    }
}
