package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListPage.Hidden;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Input;
import org.peyvand.web.value.Inputs;
import org.peyvand.web.value.Problems;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks for one condition and reads it back as a filter takes it, for lists and whatever else keeps a filter. */
@Component
public class Conditions {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ReadGate gate;
    private final Visibility visibility;
    private final Labels labels;
    private final Inputs inputs;
    private final FormReader reader;
    private final Problems problems;

    Conditions(
            ReadGate gate, Visibility visibility, Labels labels, Inputs inputs, FormReader reader, Problems problems) {
        this.gate = gate;
        this.visibility = visibility;
        this.labels = labels;
        this.inputs = inputs;
        this.reader = reader;
        this.problems = problems;
    }

    /** A condition read, or why it could not be. */
    public record Read(@Nullable JsonNode term, Map<String, String> problems) {}

    /**
     * What a condition is asked for.
     *
     * @param field what was chosen, null at first
     * @param action where the answer goes
     * @param again asks anew after another field or comparison was chosen
     * @param hidden what is sent along
     */
    public record Asking(
            RecordType type,
            @Nullable String field,
            @Nullable String operator,
            String action,
            String again,
            List<Hidden> hidden) {}

    /**
     * The dialog.
     *
     * @param fits which of the fields are offered
     * @param wrong what could not be read
     */
    public Ask ask(Actor actor, Asking asking, Predicate<Field<?>> fits, Map<String, String> wrong, Page page) {
        RecordType type = asking.type();
        List<Field<?>> offered = offered(actor, type).stream().filter(fits).toList();
        Field<?> chosen = offered.stream()
                .filter(each -> each.name().equals(asking.field()))
                .findFirst()
                .orElse(offered.getFirst());
        Operator compared = operator(chosen, asking.operator());
        return new Ask(
                asking.action(),
                asking.again(),
                offered.stream()
                        .map(each -> new Choice(
                                each.name(),
                                labels.field(type, each, page.presentation().language())))
                        .toList(),
                chosen.name(),
                operators(chosen).stream()
                        .map(each -> new Choice(each.key(), page.t("operator." + each.key())))
                        .toList(),
                compared.key(),
                values(type, chosen, compared, page),
                several(type, chosen, compared, page),
                compared == Operator.WITHIN ? Periods.choices(page) : List.of(),
                asking.hidden(),
                wrong.isEmpty() ? null : wrong.values().iterator().next());
    }

    private List<Field<?>> offered(Actor actor, RecordType type) {
        List<Field<?>> offered = new ArrayList<>();
        type.listColumns().stream().filter(ConditionController::isOffered).forEach(offered::add);
        type.fields().stream()
                .filter(field -> ConditionController.isOffered(field) && !offered.contains(field))
                .forEach(offered::add);
        return offered.stream()
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .toList();
    }

    private static List<Operator> operators(Field<?> field) {
        return ConditionController.ORDER.stream()
                .filter(field.type().operators()::contains)
                .filter(each -> isAskable(field.type(), each))
                .toList();
    }

    /** Comparisons with many values are asked where there is a list to choose from. */
    private static boolean isAskable(FieldType<?> type, Operator operator) {
        return switch (operator) {
            case IN, NOT_IN -> type instanceof ChoiceType choice && !choice.isOpen();
            default -> true;
        };
    }

    private static Operator operator(Field<?> field, @Nullable String key) {
        List<Operator> operators = operators(field);
        return operators.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(operators.getFirst());
    }

    private List<Input> values(RecordType type, Field<?> field, Operator operator, Page page) {
        Field<?> asked = askedAs(field, operator);
        boolean range = operator == Operator.BETWEEN;
        Input input = inputs.input(type, asked, null, Map.of(), page)
                .labelled(page.t(range ? "list.condition.from" : "list.condition.with"));
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY, WITHIN, IN, NOT_IN -> List.of();
            case HAS_ANY, HAS_ALL, HAS_NONE -> field.type() instanceof MultiChoiceType ? List.of() : List.of(input);
            case BETWEEN ->
                List.of(
                        input,
                        inputs.input(type, second(asked), null, Map.of(), page).labelled(page.t("list.condition.to")));
            case EQ, NE, LT, LE, GT, GE, CONTAINS, STARTS_WITH, ENDS_WITH -> List.of(input);
        };
    }

    /** A part of a value is words, whatever the whole value is. */
    private static Field<?> askedAs(Field<?> field, Operator operator) {
        boolean part = operator == Operator.CONTAINS
                || operator == Operator.STARTS_WITH
                || operator == Operator.ENDS_WITH
                || operator == Operator.HAS_ANY
                || operator == Operator.HAS_ALL
                || operator == Operator.HAS_NONE;
        Field<?> asked = part && !(field.type() instanceof TagsType)
                ? Field.text(field.name()).labelled(java.util.Objects.requireNonNullElse(field.label(), NO_LABEL))
                : field;
        return asked.without(Field.Flag.READ_ONLY).without(Field.Flag.REQUIRED);
    }

    private static final Field.Label NO_LABEL = new Field.Label(null, null);

    private static Field<?> second(Field<?> field) {
        return Field.of(field.name() + "To", field.type()).labelled(NO_LABEL);
    }

    private List<Choice> several(RecordType type, Field<?> field, Operator operator, Page page) {
        boolean many = operator == Operator.IN
                || operator == Operator.NOT_IN
                || (field.type() instanceof MultiChoiceType
                        && operator.negates().isEmpty()
                        && isListed(operator))
                || (field.type() instanceof MultiChoiceType && operator == Operator.HAS_NONE);
        return many
                ? options(field).stream()
                        .map(option -> new Choice(
                                option.key(),
                                labels.option(
                                        type,
                                        field,
                                        option.key(),
                                        page.presentation().language())))
                        .toList()
                : List.of();
    }

    private static boolean isListed(Operator operator) {
        return operator == Operator.HAS_ANY || operator == Operator.HAS_ALL;
    }

    private static List<Option> options(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType choice -> choice.options();
            case MultiChoiceType choices -> choices.options();
            default -> List.of();
        };
    }

    /** Reads what the dialog sent. */
    public Read read(
            Actor actor,
            RecordType type,
            String fieldName,
            String operatorKey,
            MultiValueMap<String, String> sent,
            Page page) {
        Field<?> field = gate.path(actor, type, fieldName).field();
        Operator operator = operator(field, operatorKey);
        ObjectNode term = NODES.objectNode();
        term.put("field", field.name());
        term.put("op", operator.key());
        Map<String, String> wrong = value(type, field, operator, sent, page, term);
        if (!wrong.isEmpty()) {
            return new Read(null, wrong);
        }
        try {
            gate.parse(actor, type, term);
        } catch (Refusal.Malformed malformed) {
            return new Read(null, Map.of(field.name(), problems.sentence(malformed, page)));
        }
        return new Read(term, Map.of());
    }

    /** Puts what was chosen into the term; answers what is wrong with it. */
    private Map<String, String> value(
            RecordType type,
            Field<?> field,
            Operator operator,
            MultiValueMap<String, String> sent,
            Page page,
            ObjectNode term) {
        if (operator == Operator.IS_EMPTY || operator == Operator.IS_NOT_EMPTY) {
            return Map.of();
        }
        List<String> ticked = sent.getOrDefault("several", List.of());
        if (operator == Operator.WITHIN) {
            term.put("value", Objects.requireNonNullElse(sent.getFirst("period"), "today"));
            return Map.of();
        }
        if (!ticked.isEmpty()) {
            ArrayNode many = term.putArray("value");
            ticked.forEach(many::add);
            return Map.of();
        }
        Field<?> asked = askedAs(field, operator);
        Collection<Field<?>> boxes = operator == Operator.BETWEEN ? List.of(asked, second(asked)) : List.of(asked);
        Draft draft = reader.sent(type, boxes, new LinkedMultiValueMap<>(sent), page);
        if (!draft.problems().isEmpty()) {
            return problems.byField(draft.problems(), page);
        }
        return put(boxes, draft, operator, page, term);
    }

    private Map<String, String> put(
            Collection<Field<?>> boxes, Draft draft, Operator operator, Page page, ObjectNode term) {
        List<JsonNode> values = new ArrayList<>();
        for (Field<?> box : boxes) {
            Object value = draft.values().get(box.name());
            if (value == null) {
                return new LinkedHashMap<>(Map.of(box.name(), page.t("list.condition.value")));
            }
            values.add(json(box.type(), value));
        }
        if (operator == Operator.BETWEEN || operator == Operator.IN || operator == Operator.NOT_IN) {
            ArrayNode many = term.putArray("value");
            values.forEach(many::add);
        } else {
            term.set("value", values.getFirst());
        }
        return Map.of();
    }

    @SuppressWarnings("unchecked")
    private static <T> JsonNode json(FieldType<T> type, Object value) {
        return type instanceof ReferenceType ? NODES.stringNode(value.toString()) : type.toJson((T) value);
    }
}
