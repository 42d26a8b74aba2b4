package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.RelativePeriod;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListPage.Chip;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says the conditions of a list in words. */
@Component
public class Chips {

    private final ReadGate gate;
    private final Labels labels;
    private final Showing showing;

    Chips(ReadGate gate, Labels labels, Showing showing) {
        this.gate = gate;
        this.labels = labels;
        this.showing = showing;
    }

    List<Chip> of(Actor actor, ListState state, Page page) {
        List<Condition> conditions = state.terms().stream()
                .map(term -> gate.parse(actor, state.type(), term))
                .toList();
        Map<RecordRef, RecordName> names = gate.names(actor, references(conditions));
        List<Chip> chips = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            chips.add(chip(conditions.get(i), state.without(i).href(), names, page));
        }
        return chips;
    }

    /** One comparison in words; nothing for what is more than that, or cannot be understood any longer. */
    public Optional<Chip> said(Actor actor, RecordType type, JsonNode term, @Nullable String removeHref, Page page) {
        try {
            Condition condition = gate.parse(actor, type, term);
            return condition instanceof Condition.Compare
                    ? Optional.of(chip(condition, removeHref, gate.names(actor, references(List.of(condition))), page))
                    : Optional.empty();
        } catch (Refusal.Malformed _) {
            return Optional.empty();
        }
    }

    private Chip chip(Condition condition, @Nullable String removeHref, Map<RecordRef, RecordName> names, Page page) {
        return condition instanceof Condition.Compare compare
                ? new Chip(
                        field(compare.path(), page),
                        operator(compare.operator(), page),
                        value(compare, names, page),
                        tone(compare, names, page),
                        removeHref)
                : new Chip(page.t("list.condition"), null, page.t("list.condition.several"), "", removeHref);
    }

    private String field(FieldPath path, Page page) {
        RecordType at = path.root();
        StringBuilder words = new StringBuilder();
        for (var hop : path.hops()) {
            words.append(labels.field(at, hop.field(), page.presentation().language()))
                    .append(" › ");
            at = hop.target();
        }
        return words.append(labels.field(at, path.field(), page.presentation().language()))
                .toString();
    }

    private static String operator(Operator operator, Page page) {
        return operator == Operator.EQ ? "" : page.t("operator." + operator.key());
    }

    private String value(Condition.Compare compare, Map<RecordRef, RecordName> names, Page page) {
        return compare.operands().stream()
                .map(operand -> operand(compare.path(), operand, names, page))
                .collect(Collectors.joining(compare.operator() == Operator.BETWEEN ? " – " : "، "));
    }

    /** One tag is shown in its colour. */
    private String tone(Condition.Compare compare, Map<RecordRef, RecordName> names, Page page) {
        if (!(compare.path().field().type() instanceof TagsType)
                || compare.operands().size() != 1) {
            return "";
        }
        return showing.value(compare.path().owner(), compare.path().field(), compare.operands(), names, page)
                .parts()
                .getFirst()
                .tone();
    }

    private String operand(FieldPath path, Object operand, Map<RecordRef, RecordName> names, Page page) {
        return switch (operand) {
            case Condition.Me me -> page.t("list.me");
            case Condition.MyTeams teams -> page.t(teams.home() ? "list.myTeam" : "list.myTeams");
            case RelativePeriod period -> Periods.words(period, page);
            case UUID id -> name(path, id, names, page);
            case String text -> said(path, text, names, page);
            case Object value ->
                showing.value(path.owner(), path.field(), value, names, page).text();
        };
    }

    /** What was typed for a part of a text, an option by its label. */
    private String said(FieldPath path, String text, Map<RecordRef, RecordName> names, Page page) {
        return switch (path.field().type()) {
            case org.peyvand.record.field.ChoiceType choice ->
                showing.value(path.owner(), path.field(), text, names, page).text();
            case org.peyvand.record.field.MultiChoiceType choices ->
                labels.option(
                        path.owner(), path.field(), text, page.presentation().language());
            default -> text;
        };
    }

    private static String name(FieldPath path, UUID id, Map<RecordRef, RecordName> names, Page page) {
        String target = path.field().type() instanceof ReferenceType reference ? reference.target() : "";
        RecordName name = names.get(new RecordRef(target, id));
        return name == null || name.name() == null ? page.t("value.hidden") : name.name();
    }

    private static List<RecordRef> references(List<Condition> conditions) {
        Map<RecordRef, Boolean> refs = new HashMap<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Compare compare) {
                for (Object operand : compare.operands()) {
                    if (operand instanceof UUID id
                            && compare.path().field().type() instanceof ReferenceType reference) {
                        refs.put(new RecordRef(reference.target(), id), true);
                    } else if (operand instanceof RecordRef ref
                            && compare.path().field().type() instanceof AnyReferenceType) {
                        refs.put(Objects.requireNonNull(ref), true);
                    }
                }
            }
        }
        return List.copyOf(refs.keySet());
    }
}
