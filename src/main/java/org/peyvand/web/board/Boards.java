package org.peyvand.web.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Money;
import org.peyvand.locale.RelativePeriod;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Group;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.query.Sort;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.peyvand.web.board.BoardPage.Card;
import org.peyvand.web.board.BoardPage.Column;
import org.peyvand.web.board.Stages.Stage;
import org.peyvand.web.list.ListState;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads boards. Closed stages show what came there in the last thirty days; what is older is in the list. */
@Component
class Boards {

    private static final int CARDS = 8;

    private final ReadGate gate;
    private final Visibility visibility;
    private final Labels labels;
    private final Showing showing;
    private final Stages stages;
    private final Clock clock;

    Boards(ReadGate gate, Visibility visibility, Labels labels, Showing showing, Stages stages, Clock clock) {
        this.gate = gate;
        this.visibility = visibility;
        this.labels = labels;
        this.showing = showing;
        this.stages = stages;
        this.clock = clock;
    }

    BoardPage page(Actor actor, ListState state, @Nullable UUID wantedLine, Page page) {
        RecordType type = state.type();
        List<Stages.Line> lines = stages.lines(actor, type);
        UUID line = wantedLine != null || lines.isEmpty()
                ? wantedLine
                : lines.getFirst().id();
        return new BoardPage(
                labels.many(type, page.presentation().language()),
                lineTabs(state, lines, line),
                columns(actor, state, line, page));
    }

    private static List<Tab> lineTabs(ListState state, List<Stages.Line> lines, @Nullable UUID current) {
        return lines.size() < 2
                ? List.of()
                : lines.stream()
                        .map(line -> Tab.of(
                                line.name(),
                                state.href("", "line=" + line.id()),
                                line.id().equals(current)))
                        .toList();
    }

    private List<Column> columns(Actor actor, ListState state, @Nullable UUID line, Page page) {
        List<Stage> possible = stages.of(actor, state.type(), line, page);
        if (possible.isEmpty()) {
            return List.of();
        }
        Query shown = query(actor, state);
        Map<@Nullable Object, Group> found = new HashMap<>();
        found.putAll(
                groups(actor, shown, possible.stream().filter(Stage::isOpen).toList(), true));
        found.putAll(groups(
                actor, shown, possible.stream().filter(each -> !each.isOpen()).toList(), false));
        Map<UUID, Group> groups = new HashMap<>();
        List<Stage> all = new ArrayList<>();
        for (Stage stage : possible) {
            Group group = found.get(stage.value());
            if (group != null) {
                groups.put(stage.id(), group);
            }
            if (group != null || !stage.waning()) {
                all.add(stage);
            }
        }
        long total = groups.values().stream().mapToLong(Boards::count).sum();
        List<List<StoredRecord>> cards = all.stream()
                .map(stage -> groups.containsKey(stage.id()) ? cards(actor, shown, stage) : List.<StoredRecord>of())
                .toList();
        Map<RecordRef, RecordName> names =
                gate.namesIn(actor, cards.stream().flatMap(List::stream).toList());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            columns.add(column(state, all.get(i), groups.get(all.get(i).id()), total, cards.get(i), names, page));
        }
        return columns;
    }

    private static List<Group.Key> keys(RecordType type) {
        return List.of(new Group.Key(FieldPath.of(type, type.boardField().orElseThrow()), null));
    }

    private List<Group.Measure> measures(Actor actor, RecordType type) {
        return money(actor, type)
                .map(field -> List.of(Group.Measure.COUNT, Group.Measure.sum(field)))
                .orElse(List.of(Group.Measure.COUNT));
    }

    private Optional<Field<?>> money(Actor actor, RecordType type) {
        return first(actor, type, MoneyType.class);
    }

    private Optional<Field<?>> first(Actor actor, RecordType type, Class<?> kind) {
        return type.listColumns().stream()
                .filter(field -> kind.isInstance(field.type()))
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .findFirst();
    }

    private Query query(Actor actor, ListState state) {
        Query query = Query.of(state.type()).matching(state.words());
        var filter = state.filter();
        return filter == null ? query : query.where(gate.parse(actor, state.type(), filter));
    }

    /** Counts and sums by column; open and closed ones apart, since the database keeps those of all open deals. */
    private Map<@Nullable Object, Group> groups(Actor actor, Query shown, List<Stage> some, boolean open) {
        Map<@Nullable Object, Group> groups = new HashMap<>();
        if (!some.isEmpty()) {
            RecordType type = shown.type();
            Condition at = type.boardField().orElseThrow().type() instanceof ChoiceType
                    ? Condition.ALWAYS
                    : new Condition.Compare(stage(type), Operator.IN, ids(some));
            for (Group group : gate.groups(actor, standing(shown, at, open), keys(type), measures(actor, type))) {
                groups.put(group.keys().getFirst(), group);
            }
        }
        return groups;
    }

    /** What stands on the board of what is at a stage: all that is open, and of the closed what came there lately. */
    private static Query standing(Query shown, Condition at, boolean open) {
        Condition here = Condition.and(shown.filter(), at);
        return shown.where(open ? here : Condition.and(here, lately(shown.type())));
    }

    private static Condition lately(RecordType type) {
        RelativePeriod period = RelativePeriod.parse("last-30-days").orElseThrow();
        return Condition.compare(FieldPath.of(type, since(type)), Operator.WITHIN, period);
    }

    private static Field<?> since(RecordType type) {
        return type.find("stageChangedAt").orElse(type.field(SystemFields.UPDATED_AT.name()));
    }

    private static FieldPath stage(RecordType type) {
        return FieldPath.of(type, type.boardField().orElseThrow());
    }

    private static List<Object> ids(List<Stage> some) {
        return some.stream().<Object>map(Stage::id).toList();
    }

    /** The first cards of a column: open ones in the order of the type, closed ones the latest first. */
    private List<StoredRecord> cards(Actor actor, Query shown, Stage stage) {
        RecordType type = shown.type();
        Object value = stage.value();
        Condition there = value == null
                ? Condition.compare(stage(type), Operator.IS_EMPTY)
                : Condition.compare(stage(type), Operator.EQ, value);
        Query standing = standing(shown, there, stage.isOpen()).limited(CARDS).reading(cardFields(type));
        Query ordered =
                stage.isOpen() ? standing : standing.sorted(List.of(new Sort(FieldPath.of(type, since(type)), true)));
        return gate.page(actor, ordered).items();
    }

    /** What a card shows or judges by. */
    private static List<Field<?>> cardFields(RecordType type) {
        List<Field<?>> fields = new ArrayList<>(type.listColumns());
        fields.addAll(type.subtitleFields());
        for (String name : List.of("nextStep", "wonAt", "lostAt", SystemFields.OWNER.name())) {
            type.find(name).ifPresent(fields::add);
        }
        fields.add(type.titleField());
        return fields;
    }

    private Column column(
            ListState state,
            Stage stage,
            @Nullable Group group,
            long total,
            List<StoredRecord> records,
            Map<RecordRef, RecordName> names,
            Page page) {
        long count = group == null ? 0 : count(group);
        List<Card> cards =
                records.stream().map(record -> card(record, names, page)).toList();
        String kind = stage.isOpen() ? "" : stage.kind();
        ObjectNode here = FilterJson.equal(state.type().boardField().orElseThrow(), stage.value());
        return new Column(
                stage.id().toString(),
                stage.name(),
                stage.percent(),
                kind,
                stage.tone(),
                page.number(count),
                group == null ? List.of() : sums(group, page),
                total == 0 ? 0 : (int) (100 * count / total),
                cards,
                count > records.size()
                        ? state.by(ListState.Manner.TABLE).with(here).href()
                        : null);
    }

    private static List<String> sums(Group group, Page page) {
        return group.measures().size() < 2 || !(group.measures().get(1) instanceof List<?> amounts)
                ? List.of()
                : amounts.stream()
                        .map(amount -> page.presentation().compactMoney((Money) amount))
                        .toList();
    }

    private static long count(Group group) {
        return group.measures().getFirst() instanceof Long count ? count : 0;
    }

    /** One card by itself, as it stands after a move. */
    Card card(Actor actor, StoredRecord record, Page page) {
        return card(record, gate.namesIn(actor, List.of(record)), page);
    }

    private Card card(StoredRecord record, Map<RecordRef, RecordName> names, Page page) {
        RecordType type = record.type();
        String path = "/" + type.plural() + "/" + record.id();
        LocalDate due = type.listColumns().stream()
                .filter(field -> field.type() instanceof DateType)
                .map(field -> (LocalDate) record.values().get(field.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        LocalDate today = page.presentation().dateOf(clock.instant());
        return new Card(
                record.id().toString(),
                path,
                path + "/move",
                record.version(),
                text(record, type.titleField(), names, page),
                under(record, names, page),
                amount(record, page),
                due == null ? "" : page.presentation().relativeDay(due, today),
                due == null || !isOpen(record)
                        ? ""
                        : due.isBefore(today) ? "bad" : due.isBefore(today.plusDays(3)) ? "warn" : "",
                type.find("nextStep")
                        .map(field -> text(record, field, names, page))
                        .filter(step -> isOpen(record) || !step.isEmpty())
                        .orElse(null),
                type.find(SystemFields.OWNER.name())
                        .map(field -> text(record, field, names, page))
                        .orElse(""),
                showing.show(record, SystemFields.TAGS, names, page).parts());
    }

    private static boolean isOpen(StoredRecord record) {
        return record.values().get("wonAt") == null && record.values().get("lostAt") == null;
    }

    private String under(StoredRecord record, Map<RecordRef, RecordName> names, Page page) {
        return record.type().subtitleFields().stream()
                .filter(field -> field.type() instanceof ReferenceType
                        && record.type()
                                .boardField()
                                .filter(board -> board.name().equals(field.name()))
                                .isEmpty())
                .map(field -> text(record, field, names, page))
                .findFirst()
                .orElse("");
    }

    private static String amount(StoredRecord record, Page page) {
        return record.type().listColumns().stream()
                .filter(field -> field.type() instanceof MoneyType)
                .map(field -> (Money) record.values().get(field.name()))
                .filter(Objects::nonNull)
                .map(page.presentation()::compactMoney)
                .findFirst()
                .orElse("");
    }

    private String text(StoredRecord record, Field<?> field, Map<RecordRef, RecordName> names, Page page) {
        return record.has(field) ? showing.show(record, field, names, page).text() : "";
    }
}
