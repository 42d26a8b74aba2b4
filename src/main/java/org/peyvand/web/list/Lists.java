package org.peyvand.web.list;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.DecimalType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.Page;
import org.peyvand.web.list.ListPage.Cell;
import org.peyvand.web.list.ListPage.Head;
import org.peyvand.web.list.ListPage.Row;
import org.peyvand.web.value.Inputs;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Component;

/** Reads lists and says what stands on them. */
@Component
class Lists {

    /** Two screens full; what follows comes while one reads. */
    private static final int ROWS = 18;

    private final ReadGate gate;
    private final Models models;
    private final Visibility visibility;
    private final Labels labels;
    private final Showing showing;

    Lists(ReadGate gate, Models models, Visibility visibility, Labels labels, Showing showing) {
        this.gate = gate;
        this.models = models;
        this.visibility = visibility;
        this.labels = labels;
        this.showing = showing;
    }

    /** The question a state asks. */
    Query query(Actor actor, ListState state) {
        Query query = Query.of(state.type()).matching(state.words());
        var filter = state.filter();
        Condition condition = filter == null ? Condition.ALWAYS : gate.parse(actor, state.type(), filter);
        query = query.where(condition);
        return state.sort() == null ? query : query.sorted(gate.sorts(actor, state.type(), state.sort()));
    }

    /** The list from its beginning, or its rows after a cursor. */
    ListPage page(Actor actor, ListState state, @Nullable String after, Page page) {
        RecordType type = state.type();
        Locale language = page.presentation().language();
        List<Field<?>> columns = columns(actor, state);
        Field<?> under = under(actor, type, state.manner().columns());
        columns = columns.stream().filter(column -> !column.equals(under)).toList();
        Query query = query(actor, state).after(after).limited(ROWS).reading(read(type, columns, under));
        var found = gate.page(actor, query);
        Map<RecordRef, RecordName> names = gate.namesIn(actor, found.items());
        Columns shown = new Columns(
                columns.getFirst(), under, columns.subList(1, columns.size()), editable(actor, type, columns));
        List<Row> rows = found.items().stream()
                .map(record -> row(record, shown, names, page))
                .toList();
        boolean exportable = !(visibility.reach(actor, type, Operation.EXPORT) instanceof Reach.None);
        String next = found.next() == null
                ? null
                : state.href("", ListState.parameter("after", Objects.requireNonNull(found.next())));
        return new ListPage(
                type.plural(),
                labels.many(type, language),
                labels.one(type, language),
                heads(state, shown, language),
                rows,
                next,
                state.href("/totals", ""),
                visibility.reach(actor, type, Operation.CREATE) instanceof Reach.None
                        ? null
                        : "/" + type.plural() + "/new",
                state.words(),
                state.hidden(true),
                type.is(RecordType.Flag.OWNED),
                !type.is(RecordType.Flag.GUARDED)
                        && !(visibility.reach(actor, type, Operation.UPDATE) instanceof Reach.None),
                exportable,
                exportable ? state.exportHref() : null);
    }

    /** The same state without an order that the reader may not know of. */
    ListState readable(Actor actor, ListState state) {
        try {
            if (state.sort() != null) {
                gate.sorts(actor, state.type(), state.sort());
            }
            return state;
        } catch (Refusal.Malformed _) {
            return state.sortedBy(null);
        }
    }

    /** What a list shows: the columns chosen, or those of its type and whose the records are; as the reader may see them. */
    List<Field<?>> columns(Actor actor, ListState state) {
        RecordType type = state.type();
        Set<Field<?>> columns = new LinkedHashSet<>();
        columns.add(type.titleField());
        if (state.manner().columns().isEmpty()) {
            columns.addAll(type.listColumns());
            if (type.is(RecordType.Flag.OWNED)) {
                columns.add(type.field(SystemFields.OWNER.name()));
            }
        } else {
            state.manner().columns().forEach(name -> type.find(name).ifPresent(columns::add));
        }
        return columns.stream()
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .toList();
    }

    /** What the reader may change where it stands; which records are within reach, the write gate decides. */
    private Set<String> editable(Actor actor, RecordType type, List<Field<?>> columns) {
        if (type.is(RecordType.Flag.GUARDED) || visibility.reach(actor, type, Operation.UPDATE) instanceof Reach.None) {
            return Set.of();
        }
        return columns.stream()
                .filter(Inputs::isAsked)
                .filter(field -> visibility.access(actor, type, field) == FieldAccess.WRITABLE)
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What stands under the title: the first thing that tells a record from others of its name, unless it is a time. */
    private @Nullable Field<?> under(Actor actor, RecordType type, List<String> chosen) {
        return type.subtitleFields().stream()
                .limit(1)
                .filter(field -> field.type() instanceof ReferenceType
                        || field.type() instanceof TextType
                        || field.type() instanceof ChoiceType)
                .filter(field -> !chosen.contains(field.name()))
                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN)
                .findFirst()
                .orElse(null);
    }

    /**
     * What a list shows.
     *
     * @param under stands in the title's column, or null
     * @param others each in a column of its own
     * @param editable the names of those that can be changed in the list
     */
    private record Columns(Field<?> title, @Nullable Field<?> under, List<Field<?>> others, Set<String> editable) {

        /** What a telephone shows in which corner of a card; what is in no corner it leaves out. */
        String corner(Field<?> field) {
            return field.equals(first(MoneyType.class, IntegerType.class))
                    ? "am"
                    : field.equals(first(ChoiceType.class, ReferenceType.class))
                            ? "st"
                            : field.equals(first(DateType.class, InstantType.class, PhoneType.class)) ? "cd" : "pr";
        }

        private @Nullable Field<?> first(Class<?>... kinds) {
            for (Class<?> kind : kinds) {
                for (Field<?> field : others) {
                    if (kind.isInstance(field.type()) && !field.name().equals(SystemFields.OWNER.name())) {
                        return field;
                    }
                }
            }
            return null;
        }
    }

    private static List<Field<?>> read(RecordType type, List<Field<?>> columns, @Nullable Field<?> under) {
        List<Field<?>> read = new ArrayList<>(columns);
        if (under != null) {
            read.add(under);
        }
        type.find("probability").ifPresent(read::add);
        return read;
    }

    private Row row(StoredRecord record, Columns columns, Map<RecordRef, RecordName> names, Page page) {
        List<Cell> cells = columns.others().stream()
                .map(field -> new Cell(
                        field.name(),
                        labels.field(record.type(), field, page.presentation().language()),
                        showing.show(record, field, names, page),
                        isNumeric(field.type()),
                        columns.corner(field),
                        columns.editable().contains(field.name())))
                .toList();
        String title = showing.show(record, columns.title(), names, page).text();
        Field<?> under = columns.under();
        String second =
                under == null ? "" : showing.show(record, under, names, page).text();
        return new Row(
                record.id().toString(),
                "/" + record.type().plural() + "/" + record.id(),
                title.isBlank() ? page.t("list.untitled") : title,
                second,
                under != null && under.type() instanceof ReferenceType && !second.isBlank() ? second : title,
                columns.editable().contains(columns.title().name()),
                cells);
    }

    private List<Head> heads(ListState state, Columns columns, Locale language) {
        String sort = state.sort() == null ? state.type().defaultSort() : state.sort();
        return Stream.concat(Stream.of(columns.title()), columns.others().stream())
                .map(field -> {
                    String key = sortKey(field);
                    boolean ascending = sort.equals(key);
                    boolean descending = sort.equals("-" + key);
                    return new Head(
                            field.name(),
                            labels.field(state.type(), field, language),
                            field.type().sortable()
                                    ? state.sortedBy(ascending ? "-" + key : key)
                                            .href()
                                    : null,
                            ascending ? "ascending" : descending ? "descending" : null,
                            isNumeric(field.type()));
                })
                .toList();
    }

    /** People mean the name of what a reference leads to, not its identifier. */
    private String sortKey(Field<?> field) {
        return field.type() instanceof ReferenceType reference
                ? models.current()
                        .find(reference.target())
                        .map(target -> field.name() + "." + target.titleField().name())
                        .orElse(field.name())
                : field.name();
    }

    static boolean isNumeric(FieldType<?> type) {
        return type instanceof MoneyType
                || type instanceof IntegerType
                || type instanceof DecimalType
                || type instanceof PercentType;
    }
}
