package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The rows of the overlay. */
final class OverlayRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    OverlayRows(DSLContext sql) {
        this.sql = sql;
    }

    long version() {
        return Objects.requireNonNull(
                sql.resultQuery("select version from overlay_version").fetchOne(0, Long.class));
    }

    /** Raises the version; whoever does so first makes all others who change the overlay wait. */
    long raiseVersion() {
        return Objects.requireNonNull(
                sql.resultQuery("update overlay_version set version = version + 1 returning version")
                        .fetchOne(0, Long.class));
    }

    List<OverlayField> fields() {
        return sql.resultQuery("select * from overlay_field order by type, position, created_at, name")
                .fetch(OverlayRows::field);
    }

    Optional<OverlayField> field(String type, String name) {
        return sql.resultQuery("select * from overlay_field where type = {0} and name = {1}", val(type), val(name))
                .fetchOptional(OverlayRows::field);
    }

    void insert(OverlayField field) {
        sql.execute(
                "insert into overlay_field (type, name, field_type, label_fa, label_en, required, is_unique, options,"
                        + " target, state, position) values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9},"
                        + " (select coalesce(max(position), 0) + 1 from overlay_field where type = {0}))",
                val(field.type()),
                val(field.name()),
                val(field.fieldType()),
                val(field.label().fa()),
                val(field.label().en()),
                val(field.required()),
                val(field.unique()),
                val(options(field.options())),
                val(field.target()),
                val(field.state().key()));
    }

    void update(OverlayField field) {
        sql.execute(
                "update overlay_field set label_fa = {2}, label_en = {3}, required = {4}, is_unique = {5}, options = {6},"
                        + " state = {7} where type = {0} and name = {1}",
                val(field.type()),
                val(field.name()),
                val(field.label().fa()),
                val(field.label().en()),
                val(field.required()),
                val(field.unique()),
                val(options(field.options())),
                val(field.state().key()));
    }

    List<ShippedChange> changes() {
        return sql.resultQuery("select * from overlay_change").fetch(OverlayRows::change);
    }

    Optional<ShippedChange> change(String type, String name) {
        return sql.resultQuery("select * from overlay_change where type = {0} and name = {1}", val(type), val(name))
                .fetchOptional(OverlayRows::change);
    }

    void put(ShippedChange change) {
        Field.Label label = change.label();
        List<Option> options = change.options();
        sql.execute(
                "insert into overlay_change (type, name, label_fa, label_en, required, options)"
                        + " values ({0}, {1}, {2}, {3}, {4}, {5}) on conflict (type, name) do update set"
                        + " label_fa = excluded.label_fa, label_en = excluded.label_en, required = excluded.required,"
                        + " options = excluded.options",
                val(change.type()),
                val(change.name()),
                val(label == null ? null : label.fa()),
                val(label == null ? null : label.en()),
                org.jooq.impl.DSL.val(change.required(), Boolean.class),
                val(options == null ? null : options(options)));
    }

    List<OverlayType> types() {
        return sql.resultQuery("select * from overlay_type order by position, created_at, name")
                .fetch(OverlayRows::type);
    }

    Optional<OverlayType> type(String name) {
        return sql.resultQuery("select * from overlay_type where name = {0}", val(name))
                .fetchOptional(OverlayRows::type);
    }

    void put(OverlayType type) {
        Field.Label many = type.many();
        Field.Label one = type.one();
        sql.execute(
                "insert into overlay_type (name, singular, many_fa, many_en, one_fa, one_en, icon, default_sort, board, state,"
                        + " position) values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9},"
                        + " (select coalesce(max(position), 0) + 1 from overlay_type)) on conflict (name) do update set"
                        + " many_fa = excluded.many_fa, many_en = excluded.many_en, one_fa = excluded.one_fa,"
                        + " one_en = excluded.one_en, icon = excluded.icon, default_sort = excluded.default_sort,"
                        + " board = excluded.board, state = excluded.state",
                val(type.name()),
                val(type.singular()),
                val(many == null ? null : many.fa()),
                val(many == null ? null : many.en()),
                val(one == null ? null : one.fa()),
                val(one == null ? null : one.en()),
                val(type.icon()),
                val(type.defaultSort()),
                val(type.board()),
                val(type.retired() ? "retired" : "live"));
    }

    private static OverlayType type(Record row) {
        return new OverlayType(
                text(row, "name"),
                row.get("singular", String.class),
                label(row, "many"),
                label(row, "one"),
                row.get("icon", String.class),
                row.get("default_sort", String.class),
                row.get("board", String.class),
                text(row, "state").equals("retired"));
    }

    private static Field.@Nullable Label label(Record row, String prefix) {
        String fa = row.get(prefix + "_fa", String.class);
        String en = row.get(prefix + "_en", String.class);
        return fa == null && en == null ? null : new Field.Label(fa, en);
    }

    private static OverlayField field(Record row) {
        return new OverlayField(
                text(row, "type"),
                text(row, "name"),
                text(row, "field_type"),
                new Field.Label(row.get("label_fa", String.class), row.get("label_en", String.class)),
                Boolean.TRUE.equals(row.get("required", Boolean.class)),
                Boolean.TRUE.equals(row.get("is_unique", Boolean.class)),
                options(row.get("options", JSONB.class)),
                row.get("target", String.class),
                OverlayField.State.of(text(row, "state")));
    }

    private static ShippedChange change(Record row) {
        JSONB options = row.get("options", JSONB.class);
        return new ShippedChange(
                text(row, "type"),
                text(row, "name"),
                label(row, "label"),
                row.get("required", Boolean.class),
                options == null ? null : options(options));
    }

    private static String text(Record row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static List<Option> options(@Nullable JSONB stored) {
        if (stored == null) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        for (JsonNode each : JSON.readTree(stored.data())) {
            options.add(new Option(
                    each.get("key").stringValue(),
                    words(each.get("fa")),
                    words(each.get("en")),
                    words(each.get("color")),
                    each.path("closed").asBoolean(false)));
        }
        return options;
    }

    private static JSONB options(List<Option> options) {
        ArrayNode array = JSON.createArrayNode();
        options.forEach(option -> array.addObject()
                .put("key", option.key())
                .put("fa", option.fa())
                .put("en", option.en())
                .put("color", option.color())
                .put("closed", option.closed()));
        return JSONB.valueOf(array.toString());
    }

    private static @Nullable String words(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.stringValue();
    }

    private static org.jooq.Field<String> val(@Nullable String text) {
        return org.jooq.impl.DSL.val(text, String.class);
    }

    private static org.jooq.Field<Boolean> val(boolean flag) {
        return org.jooq.impl.DSL.val(flag);
    }

    private static org.jooq.Field<JSONB> val(@Nullable JSONB json) {
        return org.jooq.impl.DSL.val(json, JSONB.class);
    }
}
