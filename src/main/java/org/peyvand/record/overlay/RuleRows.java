package org.peyvand.record.overlay;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.FieldRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of overlay_rule. */
final class RuleRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    RuleRows(DSLContext sql) {
        this.sql = sql;
    }

    /** The rules by plural and field. */
    Map<String, Map<String, FieldRule>> all() {
        Map<String, Map<String, FieldRule>> all = new HashMap<>();
        sql.fetch("select * from overlay_rule order by type, field")
                .forEach(row -> all.computeIfAbsent(row.get("type", String.class), none -> new HashMap<>())
                        .put(
                                row.get("field", String.class),
                                new FieldRule(
                                        read(row.get("visible_when", JSONB.class)),
                                        read(row.get("required_when", JSONB.class)))));
        return all;
    }

    FieldRule find(String type, String field) {
        return all().getOrDefault(type, Map.of()).getOrDefault(field, FieldRule.NONE);
    }

    void put(String type, String field, FieldRule rule) {
        if (rule.isEmpty()) {
            sql.execute("delete from overlay_rule where type = {0} and field = {1}", DSL.val(type), DSL.val(field));
            return;
        }
        sql.execute(
                "insert into overlay_rule (type, field, visible_when, required_when) values ({0}, {1}, {2}, {3})"
                        + " on conflict (type, field) do update set visible_when = excluded.visible_when,"
                        + " required_when = excluded.required_when",
                DSL.val(type), DSL.val(field), stored(rule.visibleWhen()), stored(rule.requiredWhen()));
    }

    private static @Nullable JsonNode read(@Nullable JSONB stored) {
        return stored == null ? null : JSON.readTree(stored.data());
    }

    private static org.jooq.Field<JSONB> stored(@Nullable JsonNode filter) {
        return DSL.val(filter == null ? null : JSONB.valueOf(filter.toString()), JSONB.class);
    }
}
