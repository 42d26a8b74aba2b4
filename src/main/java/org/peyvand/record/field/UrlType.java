package org.peyvand.record.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** The address of a page. One without a scheme is taken as https; other schemes than http and https are refused. */
public final class UrlType extends FieldType<String> {

    private static final int LONGEST = 2_000;
    private static final Pattern HOST = Pattern.compile("([^@/]*@)?([^:@\\s]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

    @Override
    public String key() {
        return "url";
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        return List.of(Column.of(Column.snake(fieldName), "text"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.TEXTUAL;
    }

    @Override
    public @Nullable String fromCells(List<@Nullable Object> cells) {
        return (String) cells.getFirst();
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable String value) {
        return ScalarType.cell(value);
    }

    @Override
    public String fromJson(JsonNode json) {
        return address(Json.words(json, LONGEST));
    }

    @Override
    public JsonNode toJson(String value) {
        return Json.NODES.stringNode(value);
    }

    @Override
    public String fromText(String text, TextInput input) {
        return address(Json.words(text, LONGEST));
    }

    @Override
    public String toText(String value) {
        return value;
    }

    @Override
    public String display(String value, Presentation presentation) {
        return value.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    @Override
    public Condition compare(Operator operator, List<org.jooq.Field<?>> columns, List<Object> operands) {
        return ScalarType.compareFolded(operator, columns.getFirst(), operands);
    }

    /** In filters a part of an address is enough. */
    @Override
    public Object operand(Operator operator, JsonNode json) {
        return Json.words(json, LONGEST);
    }

    private static String address(String typed) {
        String whole = typed.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? typed : "https://" + typed;
        try {
            URI uri = new URI(whole);
            String scheme = String.valueOf(uri.getScheme());
            if (!isHost(uri.getRawAuthority()) || !scheme.matches("(?i)https?") || whole.contains(" ")) {
                throw new InvalidValue("not-a-url");
            }
            return whole;
        } catch (URISyntaxException malformed) {
            throw new InvalidValue("not-a-url");
        }
    }

    /** The standard library takes only Latin hosts for hosts; names may be Persian, but a port is a number. */
    private static boolean isHost(@Nullable String authority) {
        return authority != null && HOST.matcher(authority).matches();
    }
}
