package org.peyvand.web.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.web.list.ListPage.Hidden;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a list shows, as it stands in the address, so that it can be sent to a colleague. Immutable.
 *
 * @param terms the conditions of the filter as the API takes them; all must hold
 * @param scope whose records: all, those of the reader or of the reader's team
 */
public record ListState(
        RecordType type,
        List<JsonNode> terms,
        @Nullable String words,
        @Nullable String sort,
        Scope scope) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Whose records. */
    public enum Scope {
        ALL,
        MINE,
        TEAM;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Scope of(@Nullable String key) {
            for (Scope scope : values()) {
                if (scope.key().equals(key)) {
                    return scope;
                }
            }
            return ALL;
        }
    }

    /** Reads the parameters of an address. */
    public static ListState of(
            RecordType type,
            @Nullable String filter,
            @Nullable String words,
            @Nullable String sort,
            @Nullable String scope) {
        return new ListState(type, terms(filter), blankToNull(words), blankToNull(sort), Scope.of(scope));
    }

    private static List<JsonNode> terms(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return List.of();
        }
        try {
            JsonNode json = MAPPER.readTree(filter);
            if (json.isObject() && json.size() == 1 && json.get("and") instanceof ArrayNode all) {
                List<JsonNode> terms = new ArrayList<>();
                all.forEach(terms::add);
                return List.copyOf(terms);
            }
            return List.of(json);
        } catch (JacksonException malformed) {
            throw new Refusal.Malformed("not-json");
        }
    }

    /** The whole filter with the scope in it, as the API takes it; null when everything matches. */
    public @Nullable JsonNode filter() {
        List<JsonNode> all = new ArrayList<>(terms);
        switch (scope) {
            case ALL -> {}
            case MINE -> all.add(term("owner", "me"));
            case TEAM -> all.add(term("team", "myTeam"));
        }
        return all.isEmpty() ? null : all(all);
    }

    private static ObjectNode term(String field, String who) {
        ObjectNode term = JsonNodeFactory.instance.objectNode();
        term.put("field", field);
        term.put("op", "eq");
        term.put("value", who);
        return term;
    }

    private static ObjectNode all(List<JsonNode> terms) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = all.putArray("and");
        terms.forEach(parts::add);
        return all;
    }

    ListState without(int term) {
        List<JsonNode> fewer = new ArrayList<>(terms);
        fewer.remove(term);
        return new ListState(type, List.copyOf(fewer), words, sort, scope);
    }

    ListState with(JsonNode term) {
        List<JsonNode> more = new ArrayList<>(terms);
        more.add(term);
        return new ListState(type, List.copyOf(more), words, sort, scope);
    }

    ListState sortedBy(@Nullable String order) {
        return new ListState(type, terms, words, order, scope);
    }

    public ListState in(Scope other) {
        return new ListState(type, terms, words, sort, other);
    }

    /** What a form beside the list sends along, so that the list stays as it is. */
    List<Hidden> hidden(boolean withWords) {
        List<Hidden> hidden = new ArrayList<>();
        if (!terms.isEmpty()) {
            hidden.add(new Hidden("filter", all(terms).toString()));
        }
        if (withWords && words != null) {
            hidden.add(new Hidden("q", words));
        }
        if (sort != null) {
            hidden.add(new Hidden("sort", sort));
        }
        if (scope != Scope.ALL) {
            hidden.add(new Hidden("scope", scope.key()));
        }
        return hidden;
    }

    public String href() {
        return href("", "");
    }

    /** The address of this list, or of something beside it, with one more parameter. */
    public String href(String path, String more) {
        StringBuilder query = new StringBuilder();
        add(query, "filter", terms.isEmpty() ? null : all(terms).toString());
        add(query, "q", words);
        add(query, "sort", sort);
        add(query, "scope", scope == Scope.ALL ? null : scope.key());
        if (!more.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&").append(more);
        }
        return "/" + type.plural() + path + (query.isEmpty() ? "" : "?" + query);
    }

    public static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(query.isEmpty() ? "" : "&").append(parameter(name, value));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
