package org.peyvand.record.write;

import static org.peyvand.record.write.Cells.text;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending.Act;

/**
 * Stores what a batch comes to, logs it and announces it: identities, rows with their words for search, tags, keys, the change
 * set and its changes, all in one statement.
 */
final class Storing {

    /** The channel that tells other nodes and pages that something changed; the payload is the change set. */
    private static final String CHANNEL = "changes";

    private final DSLContext sql;

    Storing(DSLContext sql) {
        this.sql = sql;
    }

    /** Answers the change set, null when nothing that the log keeps changed. */
    @Nullable
    UUID store(WriteRun run) {
        Map<RecordType, List<Effect>> byType = new LinkedHashMap<>();
        List<Effect> logged = new ArrayList<>();
        TagLinks tags = TagLinks.settle(sql, run);
        for (PendingWrite write : run.open()) {
            Effect effect = Effect.of(run, write);
            write.came(effect);
            if (!effect.nothing()) {
                byType.computeIfAbsent(write.type(), none -> new ArrayList<>()).add(effect);
            }
            if (effect.logged()) {
                logged.add(effect);
            }
        }
        if (byType.isEmpty()) {
            return null;
        }
        Statement statement = new Statement();
        identities(statement, byType);
        byType.forEach((type, effects) -> {
            insert(
                    statement,
                    run,
                    type,
                    effects.stream().filter(Effect::creates).toList());
            update(
                    statement,
                    type,
                    effects.stream().filter(each -> !each.creates()).toList());
            ExternalKeys.store(sql, statement, type, effects);
        });
        tags.store(statement);
        UUID changeSet = logged.isEmpty() ? null : log(statement, run, logged);
        sql.fetch(
                statement.sql(changeSet == null ? "select 1" : "select pg_notify('" + CHANNEL + "', ?)"),
                changeSet == null ? statement.binds() : statement.binds(changeSet.toString()));
        return changeSet;
    }

    private static void identities(Statement statement, Map<RecordType, List<Effect>> byType) {
        List<Effect> created = byType.values().stream()
                .flatMap(List::stream)
                .filter(Effect::creates)
                .toList();
        if (!created.isEmpty()) {
            statement.add(
                    "insert into record_identity (id, type) select c0::uuid, c1 from @rows",
                    created,
                    List.of(
                            each -> text(each.write().id()),
                            each -> each.write().type().plural()));
        }
    }

    private static void insert(Statement statement, WriteRun run, RecordType type, List<Effect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("id", "uuid", each -> text(each.write().id())));
        cells.add(new Cell("version", "integer", each -> "1"));
        Cell.stamps(cells, run);
        cells.add(new Cell("search_text", "text", each -> SearchWords.of(each.write())));
        for (Field<?> field : FieldValues.writable(type)) {
            if (effects.stream().anyMatch(each -> each.write().valueAfter(field) != null)) {
                Cell.add(cells, field);
            }
        }
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            names.append(i == 0 ? "" : ", ").append(quoted(cells.get(i).column()));
            values.append(i == 0 ? "c" : ", c")
                    .append(i)
                    .append("::")
                    .append(cells.get(i).sqlType());
        }
        statement.add(
                "insert into " + type.table() + " (" + names + ") select " + values + " from @rows",
                effects,
                Cell.values(cells));
    }

    /** A column may bear a word of SQL, as the default of a pipeline does. */
    private static String quoted(String column) {
        return '"' + column + '"';
    }

    private static void update(Statement statement, RecordType type, List<Effect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("id", "uuid", each -> text(each.write().id())));
        cells.add(new Cell("version", "integer", each -> Integer.toString(each.version())));
        cells.add(new Cell("updated_at", "timestamptz", Effect::updatedAt));
        cells.add(new Cell("updated_by", "uuid", Effect::updatedBy));
        if (effects.stream().anyMatch(each -> each.write().act() != Act.UPDATE)) {
            cells.add(new Cell("deleted_at", "timestamptz", Effect::deletedAt));
        }
        boolean words = false;
        for (Field<?> field : FieldValues.writable(type)) {
            if (effects.stream().anyMatch(each -> each.changed().contains(field))) {
                Cell.add(cells, field);
                words |= SearchWords.isSearched(field);
            }
        }
        if (words) {
            cells.add(new Cell("search_text", "text", each -> SearchWords.of(each.write())));
        }
        StringBuilder sets = new StringBuilder();
        for (int i = 1; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            sets.append(i == 1 ? "" : ", ")
                    .append(quoted(cell.column()))
                    .append(" = c")
                    .append(i)
                    .append("::")
                    .append(cell.sqlType());
        }
        statement.add(
                "update " + type.table() + " t set " + sets + " from @rows where t.id = c0::uuid",
                effects,
                Cell.values(cells));
    }

    private static UUID log(Statement statement, WriteRun run, List<Effect> logged) {
        UUID existing = run.batch().changeSet();
        UUID changeSet = existing == null ? RecordIds.next() : existing;
        if (existing == null) {
            ChangeSets.insert(statement, run, changeSet, logged.size());
        } else {
            statement.add(
                    "update change_set set records = records + ?::bigint where id = ?::uuid", logged.size(), existing);
        }
        statement.add(
                "insert into change (change_set_id, at, record_id, type, act, version, fields)"
                        + " select ?::uuid, ?::timestamptz, c0::uuid, c1, c2, c3::integer, c4::jsonb from @rows",
                logged,
                List.of(
                        each -> text(each.write().id()),
                        each -> each.write().type().plural(),
                        each -> each.write().act().name().toLowerCase(java.util.Locale.ROOT),
                        each -> Integer.toString(each.version()),
                        Effect::json),
                changeSet,
                run.at().atOffset(ZoneOffset.UTC));
        return changeSet;
    }

    /** One column of the rows to store. */
    private record Cell(String column, String sqlType, Function<Effect, @Nullable String> value) {

        static void add(List<Cell> cells, Field<?> field) {
            List<Column> columns = field.columns();
            for (int i = 0; i < columns.size(); i++) {
                int nth = i;
                cells.add(new Cell(
                        columns.get(i).name(),
                        columns.get(i).sqlType(),
                        each -> text(FieldValues.cells(field, each.write().valueAfter(field))
                                .get(nth))));
            }
        }

        /** Who made it and when; an internal write may say otherwise. */
        static void stamps(List<Cell> cells, WriteRun run) {
            cells.add(stamp("created_at", "timestamptz", SystemFields.CREATED_AT, run.at()));
            cells.add(stamp("updated_at", "timestamptz", SystemFields.UPDATED_AT, run.at()));
            cells.add(stamp(
                    "created_by", "uuid", SystemFields.CREATED_BY, run.actor().user()));
            cells.add(stamp(
                    "updated_by", "uuid", SystemFields.UPDATED_BY, run.actor().user()));
        }

        private static Cell stamp(String column, String sqlType, Field<?> field, @Nullable Object otherwise) {
            return new Cell(column, sqlType, each -> {
                Object given = each.write().valueAfter(field);
                return text(given == null ? otherwise : given);
            });
        }

        static List<Function<Effect, @Nullable String>> values(List<Cell> cells) {
            return cells.stream().map(Cell::value).toList();
        }
    }
}
