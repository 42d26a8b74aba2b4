package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestDatabase;

/** Questions by ids are planned once for each connection, and the others on it as before. */
@Tag("database")
class KnownPlansTest {

    private static final TestDatabase database = TestDatabase.fresh();
    private static final String NEXT = "select 1 + {0}::int as next from generate_series(1, 1)";

    private Connection connection;
    private DSLContext sql;
    private DSLContext known;

    @BeforeEach
    void open() throws SQLException {
        connection = database.dataSource().getConnection();
        sql = DSL.using(connection, SQLDialect.POSTGRES);
        sql.execute("set plan_cache_mode = force_custom_plan");
        sql.execute("deallocate all");
        known = KnownPlans.of(sql);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void plansOnceForAllValues() {
        assertThat(twenty(known)).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(plans("generic_plans")).isPositive();
        assertThat(plans("custom_plans")).isZero();
    }

    @Test
    void leavesOtherQuestionsToPlansOfTheirOwn() {
        twenty(known);

        assertThat(mode()).isEqualTo("force_custom_plan");
        sql.execute("deallocate all");
        assertThat(twenty(sql)).hasSize(20);
        assertThat(plans("generic_plans")).isZero();
    }

    @Test
    void leavesTheConnectionAsItWasWhenAQuestionFails() {
        assertThatThrownBy(() -> known.fetch("select 1 / {0}::int", DSL.val(0)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("division by zero");

        assertThat(mode()).isEqualTo("force_custom_plan");
        assertThat(twenty(known)).hasSize(20);
    }

    @Test
    void changesGoTheirUsualWay() {
        assertThat(known.execute("create temporary table page (n int)")).isZero();
        assertThat(known.execute("insert into page select generate_series(1, 3)"))
                .isEqualTo(3);
        assertThat(known.fetchValue("select count(*) from page")).isEqualTo(3L);
    }

    private static List<Integer> twenty(DSLContext asking) {
        return IntStream.range(0, 20)
                .mapToObj(number -> asking.fetchSingle(NEXT, DSL.val(number)).get("next", Integer.class))
                .toList();
    }

    private int plans(String kind) {
        Record row = sql.fetchSingle(
                "select coalesce(sum({0}), 0)::int from pg_prepared_statements where statement like {1}",
                DSL.field(kind), DSL.val("%as next%"));
        return row.get(0, Integer.class);
    }

    private String mode() {
        return String.valueOf(sql.fetchValue("show plan_cache_mode"));
    }
}
