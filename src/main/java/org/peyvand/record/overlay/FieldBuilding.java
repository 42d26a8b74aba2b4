package org.peyvand.record.overlay;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.database.DedicatedConnections;
import org.peyvand.database.Notifications;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the index and validates the foreign key of an own field on a filled table, without keeping anybody from writing. It
 * may be killed at any moment and called again: an index left half built is dropped first.
 */
@Component
public final class FieldBuilding {

    private static final Logger log = LoggerFactory.getLogger(FieldBuilding.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private final OverlayRows rows;
    private final SchemaChange schema;
    private final FieldColumns columns;
    private final DatabaseModels models;
    private final DedicatedConnections connections;

    public FieldBuilding(
            DSLContext sql,
            TransactionTemplate transactions,
            DatabaseModels models,
            Notifications notifications,
            DedicatedConnections connections) {
        this.rows = new OverlayRows(sql);
        this.schema = new SchemaChange(sql, transactions, notifications, models, rows);
        this.columns = new FieldColumns(sql);
        this.models = models;
        this.connections = connections;
    }

    /**
     * Prepares a field and makes it live; one that is live already gets the index it may lack. Harmless when the field or its type
     * is retired. Takes as long as it takes.
     *
     * @param notUnique runs in the transaction that makes the field live without being unique, because its values are not
     */
    public void build(String type, String name, Runnable notUnique) {
        RecordType record = models.reload().find(type).orElse(null);
        if (record == null) {
            return;
        }
        var row = rows.field(type, name);
        row.filter(OverlayField::wantsIndex).ifPresent(live -> addIndex(record, live.field()));
        if (row.isEmpty() || row.get().state() != OverlayField.State.BUILDING) {
            return;
        }
        boolean wanted = row.get().unique();
        boolean prepared = prepare(record, row.get().field(), wanted);
        finish(type, name, wanted && prepared, prepared ? () -> {} : notUnique);
    }

    private void finish(String type, String name, boolean unique, Runnable news) {
        schema.run(() -> {
            rows.field(type, name)
                    .filter(row -> row.state() == OverlayField.State.BUILDING)
                    .ifPresent(row -> {
                        rows.update(live(row, unique));
                        news.run();
                    });
            return name;
        });
    }

    private static OverlayField live(OverlayField row, boolean unique) {
        return new OverlayField(
                row.type(),
                row.name(),
                row.fieldType(),
                row.label(),
                row.required(),
                unique,
                row.options(),
                row.target(),
                OverlayField.State.LIVE);
    }

    /** Answers false when the values in the table turned out not to be unique. */
    private boolean prepare(RecordType type, Field<?> field, boolean unique) {
        try (Connection connection = connections.open()) {
            index(connection, type, field, unique);
            validate(connection, type, field);
            return true;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                log.warn("The values of {}.{} are not unique; the field goes on without that", type, field, e);
                return false;
            }
            throw new IllegalStateException("Preparing " + type + "." + field, e);
        }
    }

    /** Two nodes that start at once leave it to one of them. */
    private void addIndex(RecordType type, Field<?> field) {
        try (Connection connection = connections.open()) {
            var mine = DSL.using(connection)
                    .resultQuery(
                            "select pg_try_advisory_lock(hashtext({0}))", DSL.val(FieldColumns.indexName(type, field)))
                    .fetchOne(0, Boolean.class);
            if (Boolean.TRUE.equals(mine)) {
                index(connection, type, field, false);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Indexing " + type + "." + field, e);
        }
    }

    private void index(Connection connection, RecordType type, Field<?> field, boolean unique) throws SQLException {
        String index = FieldColumns.indexName(type, field);
        var valid = DSL.using(connection)
                .resultQuery(
                        "select indisvalid from pg_index where indexrelid = to_regclass({0})",
                        DSL.val(FieldColumns.quoted(index)))
                .fetchOne(0, Boolean.class);
        if (Boolean.TRUE.equals(valid)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            if (valid != null) {
                statement.execute("drop index concurrently if exists " + FieldColumns.quoted(index));
            }
            statement.execute(columns.createIndex(type, field, unique, true));
        } catch (SQLException e) {
            dropped(connection, index);
            throw e;
        }
    }

    private static void dropped(Connection connection, String index) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop index concurrently if exists " + FieldColumns.quoted(index));
        }
    }

    private static void validate(Connection connection, RecordType type, Field<?> field) throws SQLException {
        String name = FieldColumns.foreignKey(type, field).first();
        var open = DSL.using(connection)
                .resultQuery(
                        "select 1 from pg_constraint where conname = {0} and conrelid = to_regclass({1})"
                                + " and not convalidated",
                        DSL.val(name), DSL.val(FieldColumns.quoted(type.table())))
                .fetchOne();
        if (open != null) {
            try (var statement = connection.createStatement()) {
                statement.execute("alter table " + FieldColumns.quoted(type.table()) + " validate constraint "
                        + FieldColumns.quoted(String.valueOf(name)));
            }
        }
    }
}
