package org.peyvand.record.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** The table of an own type is made by the program, those of shipped types by migrations; they are to stay alike. */
@Tag("database")
class TypeTablesTest {

    private static final String SHIPPED = "account";

    private final TestProgram program = TestProgram.shared();
    private final String table = make();

    @Test
    void hasTheColumnsOfAShippedType() {
        String columns = """
                select column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
                from information_schema.columns where table_name = ?
                """;
        assertThat(rows(columns, SHIPPED)).containsAll(rows(columns, table));
        assertThat(names(table)).isEqualTo(common());
    }

    @Test
    void hasTheIndexesOfAShippedTypeUnderItsOwnNames() {
        assertThat(indexes(table)).hasSize(7).isEqualTo(indexes(SHIPPED));
    }

    @Test
    void isTiedToIdentitiesUsersAndTeams() {
        String ties = """
                select pg_get_constraintdef(oid) from pg_constraint
                where conrelid = ?::regclass and contype in ('p', 'f')
                  and conkey <@ (select array_agg(attnum) from pg_attribute
                                 where attrelid = conrelid and attname in ('id', 'owner_id', 'team_id'))
                """;
        assertThat(rows(ties, table)).hasSize(4).isEqualTo(rows(ties, SHIPPED));
    }

    /** What all shipped types with owners have, and the name. */
    private Set<String> common() {
        return rows("""
                select column_name from information_schema.columns
                where table_name in ('account', 'contact', 'lead', 'opportunity', 'product', 'competitor', 'task')
                group by column_name having count(*) = 7 or column_name = 'name'
                """);
    }

    private Set<String> names(String of) {
        return rows("select column_name from information_schema.columns where table_name = ?", of);
    }

    /**
     * The indexes of a table over nothing but the columns of the own type, written without its name; those for crowded types
     * aside.
     */
    private Set<String> indexes(String of) {
        String only = """
                select replace(regexp_replace(pg_get_indexdef(i.oid), 'INDEX ' || t.relname || '_+', 'INDEX '), t.relname, 't')
                from pg_class t join pg_index on indrelid = t.oid join pg_class i on i.oid = indexrelid
                where t.oid = ?::regclass and not indisprimary and i.relname !~ '_walk_|_words_apart$'
                  and not exists (
                    select from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                    where d.objid = i.oid and d.refobjid = t.oid
                      and a.attname not in (select attname from pg_attribute where attrelid = ?::regclass))
                """;
        return rows(only, of, table);
    }

    private Set<String> rows(String question, Object... bound) {
        return new TreeSet<>(program.database().sql().fetch(question, bound).getValues(0, String.class));
    }

    private String make() {
        String mark = "t" + Mark.fresh();
        String plural = Api.of(program)
                .post("/meta/types", "{\"label\": {\"fa\": \"جدول %1$s\", \"en\": \"Table %1$s\"}}".formatted(mark))
                .expect(201)
                .text("name");
        return TypeNames.table(plural);
    }
}
