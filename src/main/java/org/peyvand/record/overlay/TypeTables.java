package org.peyvand.record.overlay;

import static org.peyvand.record.overlay.FieldColumns.quoted;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.record.Model;

/**
 * The tables of own types: the columns and indexes that every shipped type with owners has. The names of indexes have two
 * underscores in a row, which no table has, because tables and indexes share one space of names.
 */
final class TypeTables {

    private static final String COLUMNS = """
             (
                id uuid primary key references record_identity,
                version integer not null default 1,
                created_at timestamptz not null default now(),
                created_by uuid,
                updated_at timestamptz not null default now(),
                updated_by uuid,
                owner_id uuid,
                team_id uuid,
                deleted_at timestamptz,
                search_text text not null default '',
                name text not null
            )""";

    private final DSLContext sql;

    TypeTables(DSLContext sql) {
        this.sql = sql;
    }

    boolean exists(String plural) {
        return Boolean.TRUE.equals(
                sql.resultQuery("select to_regclass({0}) is not null", DSL.val(quoted(TypeNames.table(plural))))
                        .fetchOne(0, Boolean.class));
    }

    void create(String plural, Model model) {
        String table = TypeNames.table(plural);
        sql.execute("create table " + quoted(table) + COLUMNS);
        model.find("users").ifPresent(users -> refer(table, "owner_id", users.table()));
        model.find("teams").ifPresent(teams -> refer(table, "team_id", teams.table()));
        sql.execute("create index " + quoted(table + "__words") + " on " + quoted(table)
                + " using gin (search_text gin_trgm_ops) where deleted_at is null");
        index(table, "name", "name collate \"fa-x-icu\", id");
        index(table, "owner_name", "owner_id, name collate \"fa-x-icu\", id");
        index(table, "team_name", "team_id, name collate \"fa-x-icu\", id");
        index(table, "created", "created_at, id");
        index(table, "owner_created", "owner_id, created_at, id");
        index(table, "team_created", "team_id, created_at, id");
    }

    private void refer(String table, String column, String target) {
        sql.execute("alter table " + quoted(table) + " add foreign key (" + column + ") references " + quoted(target));
    }

    private void index(String table, String suffix, String columns) {
        sql.execute("create index " + quoted(table + "__" + suffix) + " on " + quoted(table) + " (" + columns
                + ") where deleted_at is null");
    }
}
