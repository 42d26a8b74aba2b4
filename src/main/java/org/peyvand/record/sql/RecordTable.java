package org.peyvand.record.sql;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Column;

/** The table of one record type under an alias: its columns, and the predicate of what an actor can reach. */
public final class RecordTable {

    private static final int FEW_TEAMS = 4;

    private final RecordType type;
    private final String alias;

    private RecordTable(RecordType type, String alias) {
        this.type = type;
        this.alias = alias;
    }

    public static RecordTable of(RecordType type, String alias) {
        return new RecordTable(type, alias);
    }

    public RecordType type() {
        return type;
    }

    public String alias() {
        return alias;
    }

    public Table<?> table() {
        return DSL.table(DSL.name(type.table())).as(DSL.name(alias));
    }

    /** The columns of a field, qualified, typed as their SQL type says. */
    public List<Field<?>> columns(org.peyvand.record.field.Field<?> field) {
        return field.columns().stream().<Field<?>>map(this::column).toList();
    }

    public Field<?> column(Column column) {
        return column(column.name(), dataType(column.sqlType()));
    }

    public Field<UUID> id() {
        return column("id", SQLDataType.UUID);
    }

    public Field<Integer> version() {
        return column("version", SQLDataType.INTEGER);
    }

    public Field<UUID> ownerId() {
        return column("owner_id", SQLDataType.UUID);
    }

    public Field<UUID> teamId() {
        return column("team_id", SQLDataType.UUID);
    }

    public Field<OffsetDateTime> deletedAt() {
        return column("deleted_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    /** All words a record is found by, folded; the trigram index lies on it. */
    public Field<String> searchText() {
        return column("search_text", SQLDataType.CLOB);
    }

    /** That the search words are few enough to stand beside the orders; the same words as in the indexes. */
    public Condition wordsAtHand() {
        return DSL.condition("octet_length({0}) <= 600", searchText());
    }

    /** That they are not: the few such rows have an index of their own, and the planner knows how few they are. */
    public Condition wordsApart() {
        return DSL.condition("octet_length({0}) > 600", searchText());
    }

    /** The bare name of a record of a type that is compared; a trigram index lies on it. */
    public Field<String> nameKey() {
        return column("name_key", SQLDataType.CLOB);
    }

    /** The addresses, numbers and identifiers of a record of a type that is compared. */
    public Field<org.jooq.JSONB> matchKeys() {
        return column("match_keys", SQLDataType.JSONB);
    }

    /** That a record is within reach; types without owners are reached as a whole or not at all. */
    public Condition within(Reach reach, Operation operation) {
        return switch (reach) {
            case Reach.None none -> DSL.falseCondition();
            case Reach.All all -> DSL.trueCondition();
            case Reach.Some some when !type.is(RecordType.Flag.OWNED) -> DSL.trueCondition();
            case Reach.Some some ->
                ownerId()
                        .eq(some.owner())
                        .or(teamIn(some.teams()))
                        .or(sharedWith(some.grantees(), operation != Operation.READ));
            case Reach.Audience seen ->
                ownerId()
                        .eq(seen.owner())
                        .or(shownTo(Reach.Audience.TEAM).and(teamIn(seen.teams())))
                        .or(seen.everyone() ? shownTo(Reach.Audience.EVERYONE) : DSL.falseCondition())
                        .or(sharedWith(seen.grantees(), operation != Operation.READ));
            case Reach.Through through -> belongingTo(through, operation);
        };
    }

    /** That the record it belongs to is within reach. */
    private Condition belongingTo(Reach.Through through, Operation operation) {
        List<Column> columns = type.belongsToField().orElseThrow().columns();
        Field<?> id = column(columns.getFirst());
        if (columns.size() == 1) {
            return through.owners().stream()
                    .map(place ->
                            place.reach() instanceof Reach.All ? DSL.trueCondition() : owned(place, id, operation))
                    .reduce(DSL.falseCondition(), Condition::or);
        }
        Field<?> kind = column(columns.get(1));
        List<String> open = new ArrayList<>();
        Condition within = DSL.falseCondition();
        for (Reach.Through.Place place : through.owners()) {
            if (place.reach() instanceof Reach.All) {
                open.add(place.type().plural());
            } else {
                within = within.or(
                        DSL.condition("{0} = {1}", kind, DSL.inline(place.type().plural()))
                                .and(owned(place, id, operation)));
            }
        }
        return within.or(DSL.condition("{0} = any({1})", kind, DSL.val(open.toArray(String[]::new))));
    }

    private Condition owned(Reach.Through.Place place, Field<?> id, Operation operation) {
        RecordTable owner = RecordTable.of(place.type(), alias + "_owner");
        return DSL.exists(DSL.selectOne()
                .from(owner.table())
                .where(DSL.condition("{0} = {1}", owner.id(), id))
                .and(owner.within(place.reach(), operation)));
    }

    private Condition shownTo(String audience) {
        Column column = type.audienceField().orElseThrow().columns().getFirst();
        return DSL.condition("{0} = {1}", column(column), DSL.inline(audience));
    }

    /** Comparing with an array costs ten times a plain comparison, and most people see one team or two. */
    public Condition teamIn(Set<UUID> teams) {
        return teams.size() > FEW_TEAMS
                ? teamId().eq(DSL.any(teams.toArray(UUID[]::new)))
                : DSL.or(teams.stream().map(teamId()::eq).toList());
    }

    /** That a record is shared with one of them; an array read once, so that an index on the id can serve it. */
    public Condition sharedWith(Set<UUID> grantees, boolean writable) {
        if (grantees.isEmpty()) {
            return DSL.falseCondition();
        }
        return DSL.condition(
                "{0} = any(array(select s.record_id from record_share s where s.grantee_id = any({1}) and (s.writable or {2})))",
                id(), DSL.val(grantees.toArray(UUID[]::new)), DSL.inline(!writable));
    }

    private <T> Field<T> column(String name, org.jooq.DataType<T> dataType) {
        return DSL.field(DSL.name(alias, name), dataType);
    }

    private static org.jooq.DataType<?> dataType(String sqlType) {
        return switch (sqlType) {
            case "text" -> SQLDataType.CLOB;
            case "text[]" -> SQLDataType.CLOB.array();
            case "uuid" -> SQLDataType.UUID;
            case "bigint" -> SQLDataType.BIGINT;
            case "integer" -> SQLDataType.INTEGER;
            case "numeric" -> SQLDataType.NUMERIC;
            case "boolean" -> SQLDataType.BOOLEAN;
            case "date" -> SQLDataType.LOCALDATE;
            case "timestamptz" -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case "jsonb" -> SQLDataType.JSONB;
            default -> throw new IllegalStateException("no SQL type " + sqlType);
        };
    }
}
