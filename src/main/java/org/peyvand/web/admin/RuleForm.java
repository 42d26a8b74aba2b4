package org.peyvand.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.YesNo;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.BooleanType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule of a field as a form asks for it: one comparison.
 *
 * @param field what is compared, empty for no rule
 * @param value as people write it
 * @param beyond whether a rule stands that says more than this form can; it stays unless another is chosen
 */
public record RuleForm(String field, String operator, String value, boolean beyond) {

    static final List<String> OPERATORS = List.of("eq", "ne", "ge", "le", "isNotEmpty", "isEmpty");

    static RuleForm read(MultiValueMap<String, String> sent, String prefix) {
        return new RuleForm(
                text(sent, prefix + ".field"),
                text(sent, prefix + ".op"),
                text(sent, prefix + ".value"),
                sent.containsKey(prefix + ".beyond"));
    }

    /** As a rule stands; options by their labels. */
    static RuleForm of(@Nullable JsonNode rule, RecordType type, Labels labels, Page page) {
        if (rule == null) {
            return new RuleForm("", "eq", "", false);
        }
        String operator = rule.path("op").asString("eq");
        Field<?> field = type.find(rule.path("field").asString("")).orElse(null);
        JsonNode value = rule.path("value");
        if (field == null || !OPERATORS.contains(operator) || value.isObject() || value.isArray()) {
            return new RuleForm("", "eq", "", true);
        }
        return new RuleForm(field.name(), operator, words(type, field, value, labels, page), false);
    }

    private static String words(RecordType type, Field<?> field, JsonNode value, Labels labels, Page page) {
        if (value.isBoolean()) {
            return page.t(value.booleanValue() ? "value.yes" : "value.no");
        }
        String text = value.asString("");
        return field.type() instanceof ChoiceType
                ? labels.option(type, field, text, page.presentation().language())
                : text;
    }

    /** The filter; the JSON null for none, and null to leave the one that stands. */
    @Nullable
    JsonNode filter(RecordType type, Labels labels, FormReader reader, Page page) {
        Field<?> compared = type.find(field).orElse(null);
        if (compared == null) {
            return beyond ? null : NullNode.getInstance();
        }
        ObjectNode filter = JsonNodeFactory.instance
                .objectNode()
                .put("field", compared.name())
                .put("op", operator);
        return operator.startsWith("is") ? filter : filter.set("value", meant(type, compared, labels, reader, page));
    }

    /** What cannot be understood goes into the filter as it is, where it is refused with a reason. */
    private JsonNode meant(RecordType type, Field<?> compared, Labels labels, FormReader reader, Page page) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (compared.type() instanceof BooleanType) {
            return YesNo.parse(value).<JsonNode>map(nodes::booleanNode).orElseGet(() -> nodes.stringNode(value));
        }
        if (compared.type() instanceof ChoiceType choice) {
            return nodes.stringNode(choice.options().stream()
                    .filter(option -> labels.option(
                                    type,
                                    compared,
                                    option.key(),
                                    page.presentation().language())
                            .equals(value))
                    .findFirst()
                    .map(option -> option.key())
                    .orElse(value));
        }
        LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add(compared.name(), value);
        Draft draft = reader.sent(type, List.of(compared), sent, page);
        Object read = draft.values().get(compared.name());
        return read == null ? nodes.stringNode(value) : json(compared, read);
    }

    @SuppressWarnings("unchecked")
    private static <T> JsonNode json(Field<T> field, Object read) {
        return field.type().toJson((T) read);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }
}
