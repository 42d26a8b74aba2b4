package org.peyvand.exchange;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who took what out: every export there ever was, for the administrator. */
@Component
public final class ExportAudit {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 200;

    private final DSLContext sql;

    ExportAudit(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An export by anybody.
     *
     * @param by the user, null for the program itself
     * @param name of the user or token when it was asked for
     * @param request type, filter, sort, fields, format and whether it was safe
     */
    public record Entry(
            UUID id, @Nullable UUID by, String name, String status, long rows, JsonNode request, Instant at) {}

    /** The latest exports, newest first. */
    public List<Entry> latest(int limit) {
        return sql.resultQuery(
                        "select e.id, e.created_by, j.actor ->> 'name' as name, j.status, j.done, e.request, e.created_at"
                                + " from export_run e join job j on j.id = e.job_id"
                                + " order by e.created_at desc limit {0}",
                        val(Math.min(limit, MOST)))
                .fetch(ExportAudit::entry);
    }

    private static Entry entry(Record row) {
        return new Entry(
                Objects.requireNonNull(row.get("id", UUID.class)),
                row.get("created_by", UUID.class),
                Objects.requireNonNullElse(row.get("name", String.class), ""),
                Objects.requireNonNull(row.get("status", String.class)),
                Objects.requireNonNull(row.get("done", Long.class)),
                JSON.readTree(
                        Objects.requireNonNull(row.get("request", JSONB.class)).data()),
                Objects.requireNonNull(row.get("created_at", OffsetDateTime.class))
                        .toInstant());
    }
}
