package org.peyvand.record.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Money;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A few record types of the tests' own, their tables, and rows put there without the write gate. */
final class TradingFloor implements AutoCloseable {

    static final Field<String> NAME = Field.text("name").searched().indexed();
    static final Field<String> PLAIN_NAME = Field.text("name");
    static final Field<String> EMAIL = Field.email("email").searched();
    static final Field<String> MOBILE = Field.phone("mobile").searched();
    static final Field<List<ContactPoint>> EMAILS = Field.emails("emails").searched();
    static final Field<List<ContactPoint>> PHONES = Field.phones("phones").searched();

    static final RecordType USERS =
            RecordType.named("testUser", "users").fields(PLAIN_NAME).build();
    static final RecordType TEAMS =
            RecordType.named("testTeam", "teams").fields(PLAIN_NAME).build();

    static final Field<String> INDUSTRY = Field.openChoice("industry");
    static final Field<String> LEGAL_NAME = Field.text("legalName").searched();
    static final Field<UUID> PARENT = Field.reference("parent", "firms", "branches");
    static final RecordType FIRMS = RecordType.named("testFirm", "firms")
            .fields(NAME, LEGAL_NAME, INDUSTRY, EMAIL, MOBILE, EMAILS, PHONES, PARENT)
            .subtitle(INDUSTRY, EMAIL)
            .sortedBy("name")
            .flags(Flag.OWNED, Flag.SEARCHABLE)
            .build();

    static final Field<String> CODE = Field.text("code").identifying();
    static final Field<UUID> FIRM = Field.reference("firm", "firms", "people");
    static final Field<LocalDate> BIRTH_DATE = Field.date("birthDate").indexed();
    static final Field<java.math.BigDecimal> SCORE = Field.decimal("score").indexed();
    static final Field<String> TIER = Field.choice("tier", "gold", "silver");
    static final Field<Boolean> VIP = Field.bool("vip");
    static final Field<Instant> SEEN_AT = Field.instant("seenAt");
    static final Field<List<String>> LABELS =
            Field.of("labels", new MultiChoiceType(List.of(Option.of("a"), Option.of("b"), Option.of("c"))));
    static final RecordType PEOPLE = RecordType.named("testPerson", "people")
            .fields(NAME, CODE, FIRM, EMAIL, EMAILS, MOBILE, BIRTH_DATE, SCORE, TIER, VIP, SEEN_AT, LABELS)
            .subtitle(FIRM)
            .compared(NAME)
            .flags(Flag.OWNED, Flag.SEARCHABLE)
            .build();

    static final Field<Long> POSITION = Field.integer("position");
    static final Field<String> KIND = Field.choice("kind", "open", "won", "lost");
    static final RecordType PHASES = RecordType.named("testPhase", "phases")
            .fields(PLAIN_NAME, POSITION, KIND)
            .sortedBy("kind,position")
            .build();

    static final Field<UUID> DEAL_FIRM = Field.reference("firm", "firms", "deals");
    static final Field<UUID> PHASE = Field.reference("phase", "phases", "deals");
    static final Field<Money> AMOUNT = Field.money("amount");
    static final Field<LocalDate> CLOSE_DATE = Field.date("closeDate");
    static final RecordType DEALS = RecordType.named("testDeal", "deals")
            .fields(PLAIN_NAME, DEAL_FIRM, PHASE, AMOUNT, CLOSE_DATE)
            .flags(Flag.OWNED)
            .build();

    static final List<RecordType> TYPES = List.of(USERS, TEAMS, FIRMS, PEOPLE, PHASES, DEALS);
    static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SYSTEM_COLUMNS = "id uuid primary key, version integer not null default 1,"
            + " created_at timestamptz not null default now(), created_by uuid,"
            + " updated_at timestamptz not null default now(), updated_by uuid, owner_id uuid, team_id uuid,"
            + " deleted_at timestamptz, search_text text not null default ''";

    private static final String COMPARED_COLUMNS = ", name_key text generated always as (name_key(name)) stored,"
            + " match_keys jsonb generated always as (match_keys(emails, null, array[code, email, mobile])) stored";

    private final TestDatabase database = TestDatabase.fresh();
    private final FakeVisibility visibility = new FakeVisibility();
    private final ReadGate gate;

    TradingFloor() {
        TYPES.forEach(type -> sql().execute(table(type)));
        gate = gate(sql());
    }

    private static String table(RecordType type) {
        return type.ownFields().stream()
                .flatMap(field -> field.columns().stream())
                .map(column -> ", \"" + column.name() + "\" " + column.sqlType())
                .collect(Collectors.joining(
                        "",
                        "create table " + type.table() + " (" + SYSTEM_COLUMNS,
                        type.isCompared() ? COMPARED_COLUMNS + ")" : ")"));
    }

    ReadGate gate(DSLContext sql) {
        Model model = new Model(1, TYPES);
        return new SqlReadGate(sql, () -> model, visibility, Clock.fixed(NOW, TEHRAN));
    }

    ReadGate gate() {
        return gate;
    }

    DSLContext sql() {
        return database.sql();
    }

    FakeVisibility visibility() {
        return visibility;
    }

    static Actor user(UUID id, UUID... teams) {
        return new Actor(id, "کاربر", Actor.Kind.USER, null, TEHRAN, Set.of(teams), Set.of(teams));
    }

    /** Reads a filter written with single quotes. */
    Condition filter(Actor actor, RecordType type, String json) {
        return gate.parse(actor, type, JSON.readTree(json.replace('\'', '"')));
    }

    List<String> names(Actor actor, RecordType type, String json) {
        return names(actor, Query.of(type).where(filter(actor, type, json)).limited(200));
    }

    List<String> names(Actor actor, Query query) {
        return gate.page(actor, query).items().stream()
                .map(each -> String.valueOf(each.values().get("name")))
                .toList();
    }

    /** Puts a row; the names {@code owner}, {@code team}, {@code createdAt} work as well. */
    UUID put(RecordType type, Map<String, ?> values) {
        UUID id = UUID.randomUUID();
        List<org.jooq.Field<?>> columns = new ArrayList<>(List.of(column("id"), column("search_text")));
        List<@Nullable Object> cells = new ArrayList<>(List.of(id, searchText(type, values)));
        values.forEach((name, value) -> {
            Field<?> field = type.field(name);
            field.columns().forEach(each -> columns.add(column(each)));
            cells.addAll(cells(field.type(), value));
        });
        sql().insertInto(DSL.table(DSL.name("record_identity")), column("id"), column("type"))
                .values(id, type.plural())
                .execute();
        sql().insertInto(DSL.table(DSL.name(type.table())), columns)
                .values(cells)
                .execute();
        return id;
    }

    private static org.jooq.Field<Object> column(String name) {
        return DSL.field(DSL.name(name));
    }

    private static org.jooq.Field<Object> column(Column column) {
        return column(column.name());
    }

    @SuppressWarnings("unchecked")
    private static <T> List<@Nullable Object> cells(FieldType<T> type, Object value) {
        return type.toCells((T) value);
    }

    private static String searchText(RecordType type, Map<String, ?> values) {
        return type.searchedFields().stream()
                .map(field -> values.get(field.name()))
                .flatMap(TradingFloor::words)
                .map(PersianText::searchText)
                .collect(Collectors.joining(" "));
    }

    private static java.util.stream.Stream<String> words(@Nullable Object value) {
        return switch (value) {
            case null -> java.util.stream.Stream.of();
            case List<?> points -> points.stream().map(each -> ((ContactPoint) each).value());
            case Object word -> java.util.stream.Stream.of(word.toString());
        };
    }

    void delete(RecordType type, UUID id) {
        sql().execute("update " + type.table() + " set deleted_at = now() where id = ?", id);
    }

    void tag(UUID record, String... names) {
        for (String name : names) {
            UUID tag = UUID.randomUUID();
            sql().execute("insert into record_identity (id, type) values (?, 'tags')", tag);
            sql().execute("insert into tag (id, name) values (?, ?) on conflict do nothing", tag, name);
            sql().execute(
                            "insert into record_tag select ?, id from tag where search_text(name) = search_text(?)",
                            record,
                            name);
        }
    }

    void share(UUID record, UUID grantee) {
        sql().execute("insert into record_share (record_id, grantee_id) values (?, ?)", record, grantee);
    }

    @Override
    public void close() {
        database.close();
    }
}
