package org.peyvand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestDatabase;

/** What is read from an index alone is swept long before PostgreSQL would think of it. */
@Tag("database")
class SweptTablesTest {

    private static final String WALKED = """
            select distinct t.relname::text, coalesce(t.reloptions, '{}') as options
            from pg_index i
            join pg_class x on x.oid = i.indexrelid and x.relname like '%\\_walk\\_%'
            join pg_class t on t.oid = i.indrelid
            order by 1
            """;

    @Test
    void everyTableWhoseOrdersCarryTheWordsAsksForIt() {
        try (var database = TestDatabase.fresh()) {
            var tables = database.sql().fetch(WALKED);

            assertThat(tables.getValues(0, String.class)).containsExactly("account", "contact", "lead", "opportunity");
            assertThat(tables.getValues("options", String[].class))
                    .allSatisfy(options -> assertThat(List.of(options))
                            .contains(
                                    "autovacuum_vacuum_threshold=500",
                                    "autovacuum_vacuum_scale_factor=0.002",
                                    "autovacuum_vacuum_insert_threshold=500",
                                    "autovacuum_vacuum_insert_scale_factor=0.002"));
        }
    }
}
