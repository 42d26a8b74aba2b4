package org.peyvand.record.overlay;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of overlay_layout. */
final class LayoutRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    LayoutRows(DSLContext sql) {
        this.sql = sql;
    }

    List<Layout> all() {
        return sql.resultQuery("select * from overlay_layout order by type, role nulls first")
                .fetch(LayoutRows::layout);
    }

    void put(Layout layout) {
        sql.execute(
                "insert into overlay_layout (type, role, sections, list_columns) values ({0}, {1}, {2}, {3})"
                        + " on conflict (type, role) do update set sections = excluded.sections,"
                        + " list_columns = excluded.list_columns",
                DSL.val(layout.type()),
                DSL.val(layout.role(), UUID.class),
                stored(LayoutJson.sections(layout.sections())),
                stored(LayoutJson.columns(layout.listColumns())));
    }

    void delete(String type, @Nullable UUID role) {
        sql.execute(
                "delete from overlay_layout where type = {0} and role is not distinct from {1}",
                DSL.val(type), DSL.val(role, UUID.class));
    }

    boolean isRole(UUID id) {
        return sql.fetchOne("select 1 from record_identity where id = {0} and type = 'roles'", DSL.val(id)) != null;
    }

    private static Layout layout(Record row) {
        JSONB sections = row.get("sections", JSONB.class);
        JSONB columns = row.get("list_columns", JSONB.class);
        return new Layout(
                String.valueOf(row.get("type", String.class)),
                row.get("role", UUID.class),
                sections == null ? null : LayoutJson.sections(JSON.readTree(sections.data())),
                columns == null ? null : LayoutJson.names(JSON.readTree(columns.data()), "listColumns"));
    }

    private static org.jooq.Field<JSONB> stored(JsonNode json) {
        return DSL.val(json.isNull() ? null : JSONB.valueOf(json.toString()), JSONB.class);
    }
}
