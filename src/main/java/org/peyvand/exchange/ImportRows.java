package org.peyvand.exchange;

import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The rows of imports and their ledger. */
@Component
final class ImportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    ImportRows(DSLContext sql) {
        this.sql = sql;
    }

    /** A row of import_run. */
    record Run(
            UUID id,
            UUID job,
            String type,
            UUID file,
            String fileName,
            List<String> header,
            JsonNode mapping,
            @Nullable JsonNode values,
            @Nullable JsonNode options,
            @Nullable Long rows,
            long pictures,
            Tally tally,
            @Nullable UUID changeSet) {

        ImportRequest request() {
            return new ImportRequest(type, file, mapping, values, options);
        }
    }

    /** What became of rows. */
    record Tally(long created, long updated, long skipped, long failed) {

        static final Tally NOTHING = new Tally(0, 0, 0, 0);

        long rows() {
            return created + updated + skipped + failed;
        }
    }

    /** A row that failed. */
    record Failure(long row, String[] cells, List<Problem> problems) {}

    /** A reference to be resolved when all rows are written. */
    record Later(long row, String field, String word, UUID record, boolean created, String[] cells) {}

    void insert(UUID id, UUID job, Actor actor, ImportRequest request, String fileName, List<String> header) {
        sql.execute(
                "insert into import_run (id, job_id, type, file_id, file_name, mapping, value_words, options, created_by,"
                        + " header) values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})",
                val(id),
                val(job),
                val(request.type()),
                val(request.file()),
                val(fileName),
                val(json(request.mapping()), JSONB.class),
                val(json(request.values()), JSONB.class),
                val(json(request.options()), JSONB.class),
                val(actor.user(), UUID.class),
                val(header.toArray(String[]::new)));
    }

    Optional<Run> find(UUID id) {
        return sql.resultQuery("select * from import_run where id = {0}", val(id))
                .fetchOptional(ImportRows::run);
    }

    /** The latest import of the actor of files with the same columns into the same type. */
    Optional<Run> like(Actor actor, String type, List<String> header) {
        return sql.resultQuery(
                        "select * from import_run where created_by is not distinct from {0} and type = {1} and header = cast({2} as text[])"
                                + " order by created_at desc limit 1",
                        val(actor.user(), UUID.class), val(type), val(header.toArray(String[]::new)))
                .fetchOptional(ImportRows::run);
    }

    List<UUID> latest(Actor actor, int limit) {
        return sql.resultQuery(
                        "select id from import_run where created_by is not distinct from {0}"
                                + " order by created_at desc limit {1}",
                        val(actor.user(), UUID.class), val(limit))
                .fetch(0, UUID.class);
    }

    /** The rows that are done, whatever became of them. */
    long done(UUID id) {
        return Objects.requireNonNull(sql.resultQuery(
                        "select coalesce(sum(rows), 0)::bigint from import_chunk where import_id = {0}", val(id))
                .fetchOne(0, Long.class));
    }

    void counted(UUID id, FileScan scan) {
        sql.execute(
                "update import_run set rows = {1}, pictures = {2} where id = {0} and rows is null",
                val(id), val(scan.rows()), val(scan.pictures()));
    }

    void begun(UUID id, UUID changeSet) {
        sql.execute("update import_run set change_set_id = {1} where id = {0}", val(id), val(changeSet));
    }

    /** Enters a part into the ledger; a part that is there already breaks the transaction. */
    void add(UUID id, long firstRow, Tally tally) {
        sql.execute(
                "insert into import_chunk (import_id, first_row, rows, created, updated, skipped, failed)"
                        + " values ({0}, {1}, {2}, {3}, {4}, {5}, {6})",
                val(id),
                val(firstRow),
                val(tally.rows()),
                val(tally.created()),
                val(tally.updated()),
                val(tally.skipped()),
                val(tally.failed()));
        count(id, tally);
    }

    /** Changes what became of rows that are done. */
    void count(UUID id, Tally tally) {
        sql.execute(
                "update import_run set created = created + {1}, updated = updated + {2}, skipped = skipped + {3},"
                        + " failed = failed + {4} where id = {0}",
                val(id), val(tally.created()), val(tally.updated()), val(tally.skipped()), val(tally.failed()));
    }

    void addFailures(UUID id, List<Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        var rows = sql.batch("insert into import_failure (import_id, row, cells, problems)"
                + " values (?, ?, ?, cast(? as jsonb))"
                + " on conflict do nothing");
        for (Failure failure : failures) {
            rows = rows.bind(id, failure.row(), clean(failure.cells()), problems(failure.problems()));
        }
        rows.execute();
    }

    void addLater(UUID id, List<Later> later) {
        if (later.isEmpty()) {
            return;
        }
        var rows = sql.batch("insert into import_reference (import_id, row, field, word, record_id, created, cells)"
                + " values (?, ?, ?, ?, ?, ?, ?)");
        for (Later each : later) {
            rows = rows.bind(
                    id, each.row(), each.field(), each.word(), each.record(), each.created(), clean(each.cells()));
        }
        rows.execute();
    }

    /** The first references that wait, to be forgotten with {@link #forget}. */
    List<Later> later(UUID id, int limit) {
        return sql.resultQuery(
                        "select * from import_reference where import_id = {0} order by row, field limit {1}",
                        val(id), val(limit))
                .fetch(row -> new Later(
                        Objects.requireNonNull(row.get("row", Long.class)),
                        Objects.requireNonNull(row.get("field", String.class)),
                        Objects.requireNonNull(row.get("word", String.class)),
                        Objects.requireNonNull(row.get("record_id", UUID.class)),
                        Boolean.TRUE.equals(row.get("created", Boolean.class)),
                        Objects.requireNonNull(row.get("cells", String[].class))));
    }

    void forget(UUID id, List<Later> resolved) {
        var rows = sql.batch("delete from import_reference where import_id = ? and row = ? and field = ?");
        for (Later each : resolved) {
            rows = rows.bind(id, each.row(), each.field());
        }
        rows.execute();
    }

    /** Hands over every failure in the order of the file, in bounded memory. */
    void eachFailure(UUID id, Consumer<Failure> consumer) {
        long after = 0;
        List<Failure> part;
        do {
            part = sql.resultQuery(
                            "select row, cells, problems from import_failure where import_id = {0} and row > {1}"
                                    + " order by row limit 1000",
                            val(id), val(after))
                    .fetch(row -> new Failure(
                            Objects.requireNonNull(row.get("row", Long.class)),
                            Objects.requireNonNull(row.get("cells", String[].class)),
                            problems(Objects.requireNonNull(row.get("problems", JSONB.class)))));
            part.forEach(consumer);
            after = part.isEmpty() ? after : part.getLast().row();
        } while (!part.isEmpty());
    }

    private static Run run(Record row) {
        return new Run(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("job_id", UUID.class)),
                Objects.requireNonNull(row.get("type", String.class)),
                Objects.requireNonNull(row.get("file_id", UUID.class)),
                Objects.requireNonNull(row.get("file_name", String.class)),
                List.of(Objects.requireNonNull(row.get("header", String[].class))),
                Objects.requireNonNull(json(row.get("mapping", JSONB.class))),
                json(row.get("value_words", JSONB.class)),
                json(row.get("options", JSONB.class)),
                row.get("rows", Long.class),
                Objects.requireNonNull(row.get("pictures", Long.class)),
                new Tally(
                        Objects.requireNonNull(row.get("created", Long.class)),
                        Objects.requireNonNull(row.get("updated", Long.class)),
                        Objects.requireNonNull(row.get("skipped", Long.class)),
                        Objects.requireNonNull(row.get("failed", Long.class))),
                row.get("change_set_id", UUID.class));
    }

    /** PostgreSQL keeps no zero characters. */
    private static String[] clean(String[] cells) {
        String[] clean = cells.clone();
        for (int i = 0; i < clean.length; i++) {
            clean[i] = clean[i].replace("\0", "");
        }
        return clean;
    }

    private static JSONB problems(List<Problem> problems) {
        ArrayNode array = JSON.createArrayNode();
        for (Problem problem : problems) {
            var json = array.addObject().put("field", problem.field()).put("code", problem.code());
            ArrayNode arguments = json.putArray("arguments");
            problem.arguments().forEach(argument -> arguments.add(argument.replace("\0", "")));
        }
        return JSONB.valueOf(array.toString());
    }

    private static List<Problem> problems(JSONB stored) {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode each : JSON.readTree(stored.data())) {
            List<String> arguments = new ArrayList<>();
            each.get("arguments").forEach(argument -> arguments.add(argument.stringValue()));
            problems.add(new Problem(
                    each.get("field").stringValue(), each.get("code").stringValue(), arguments));
        }
        return problems;
    }

    private static @Nullable JsonNode json(@Nullable JSONB stored) {
        return stored == null ? null : JSON.readTree(stored.data());
    }

    private static @Nullable JSONB json(@Nullable JsonNode json) {
        return json == null || json.isNull() ? null : JSONB.valueOf(json.toString());
    }
}
