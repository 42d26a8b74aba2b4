package org.peyvand.web.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.search.View;
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
 * @param manner how they are shown
 */
public record ListState(
        RecordType type,
        List<JsonNode> terms,
        @Nullable String words,
        @Nullable String sort,
        Scope scope,
        Manner manner) {

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

    /**
     * How records are shown.
     *
     * @param way {@code table}, {@code board} or another {@link ListWay}
     * @param columns names of fields, empty for the type's own
     * @param view the saved view that it began as, or null
     */
    public record Manner(
            String way, List<String> columns, @Nullable UUID view) {

        public static final String TABLE = "table";

        static final Manner PLAIN = new Manner(TABLE, List.of(), null);

        Manner by(String other) {
            return new Manner(other, columns, view);
        }
    }

    /** Reads the parameters of an address. */
    public static ListState of(
            RecordType type,
            @Nullable String filter,
            @Nullable String words,
            @Nullable String sort,
            @Nullable String scope) {
        return new ListState(type, terms(filter), blankToNull(words), blankToNull(sort), Scope.of(scope), Manner.PLAIN);
    }

    /** What a saved view shows. */
    static ListState of(RecordType type, View view) {
        return new ListState(
                type,
                terms(view.filter()),
                blankToNull(view.words()),
                blankToNull(view.sort()),
                Scope.ALL,
                new Manner(view.kind(), view.columns(), view.id()));
    }

    private static List<JsonNode> terms(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return List.of();
        }
        try {
            return terms(MAPPER.readTree(filter));
        } catch (JacksonException malformed) {
            throw new Refusal.Malformed("not-json");
        }
    }

    private static List<JsonNode> terms(@Nullable JsonNode json) {
        if (json == null || (json.isObject() && json.isEmpty())) {
            return List.of();
        }
        if (json.isObject() && json.size() == 1 && json.get("and") instanceof ArrayNode all) {
            List<JsonNode> terms = new ArrayList<>();
            all.forEach(terms::add);
            return List.copyOf(terms);
        }
        return List.of(json);
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
        return new ListState(type, List.copyOf(fewer), words, sort, scope, manner);
    }

    public ListState with(JsonNode term) {
        List<JsonNode> more = new ArrayList<>(terms);
        more.add(term);
        return new ListState(type, List.copyOf(more), words, sort, scope, manner);
    }

    ListState sortedBy(@Nullable String order) {
        return new ListState(type, terms, words, order, scope, manner);
    }

    public ListState in(Scope other) {
        return new ListState(type, terms, words, sort, other, manner);
    }

    /** The same records shown in another way. */
    public ListState by(String way) {
        return in(manner.by(way));
    }

    ListState in(Manner other) {
        return new ListState(type, terms, words, sort, scope, other);
    }

    /** The same list, as it is shown now, with all records in it; null when nothing keeps any out. */
    @Nullable
    ListState whole() {
        return terms.isEmpty() && words == null && scope == Scope.ALL
                ? null
                : new ListState(
                        type, List.of(), null, sort, Scope.ALL, new Manner(manner.way(), manner.columns(), null));
    }

    /** Whether nothing of it differs from what the saved view shows. */
    boolean isAsIn(View view) {
        ListState saved = of(type, view);
        return Objects.equals(filter(), saved.filter())
                && Objects.equals(words, saved.words)
                && Objects.equals(sort, saved.sort)
                && manner.equals(saved.manner);
    }

    /** What a form beside the list sends along, so that the list stays as it is. */
    List<Hidden> hidden(boolean withWords) {
        List<Hidden> hidden = new ArrayList<>();
        parameters(withWords).forEach((name, value) -> hidden.add(new Hidden(name, value)));
        return hidden;
    }

    /** Its parameters in an address, in order. */
    private Map<String, String> parameters(boolean withWords) {
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean table = manner.way().equals(Manner.TABLE);
        if (manner.view() != null) {
            parameters.put("view", manner.view().toString());
            parameters.put("edited", "true");
        }
        if (!table) {
            parameters.put(manner.view() == null ? "view" : "way", manner.way());
        }
        if (!manner.columns().isEmpty()) {
            parameters.put("columns", String.join(",", manner.columns()));
        }
        if (!terms.isEmpty()) {
            parameters.put("filter", all(terms).toString());
        }
        if (withWords && words != null) {
            parameters.put("q", words);
        }
        if (sort != null) {
            parameters.put("sort", sort);
        }
        if (scope != Scope.ALL) {
            parameters.put("scope", scope.key());
        }
        return parameters;
    }

    public String href() {
        return href("", "");
    }

    /** The address of this list, or of something beside it, with one more parameter. */
    public String href(String path, String more) {
        StringBuilder query = new StringBuilder();
        parameters(true)
                .forEach((name, value) ->
                        query.append(query.isEmpty() ? "" : "&").append(parameter(name, value)));
        if (!more.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&").append(more);
        }
        return "/" + type.plural() + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** Where it is asked how these records are to be taken away, with the columns chosen here. */
    String exportHref() {
        StringBuilder address = new StringBuilder("/exports?type=").append(type.plural());
        JsonNode whole = filter();
        if (whole != null) {
            address.append('&').append(parameter("filter", whole.toString()));
        }
        if (words != null) {
            address.append('&').append(parameter("q", words));
        }
        if (sort != null) {
            address.append('&').append(parameter("sort", sort));
        }
        if (!manner.columns().isEmpty()) {
            address.append('&').append(parameter("columns", String.join(",", manner.columns())));
        }
        return address.toString();
    }

    public static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
