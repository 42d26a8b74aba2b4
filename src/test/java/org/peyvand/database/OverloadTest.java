package org.peyvand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestProgram;
import tools.jackson.databind.json.JsonMapper;

/** When all connections are at work the answer says so, and not that the database is away. */
@Tag("database")
class OverloadTest {

    private static final int SIZE = 4;
    private static final TestProgram program = TestProgram.start("peyvand.database.pool-size=" + SIZE);

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void isToldFromAnAbsentDatabaseAndOverWhenAConnectionComesBack() throws SQLException {
        List<Connection> taken = takeAll();
        try {
            HttpResponse<String> english = call("en");
            HttpResponse<String> persian = call("fa");

            assertThat(english.statusCode()).isEqualTo(503);
            assertThat(english.headers().firstValue("Retry-After")).contains("5");
            assertThat(code(english)).isEqualTo("busy");
            assertThat(english.body()).contains("too much to do").doesNotContain("unavailable");
            assertThat(code(persian)).isEqualTo("busy");
            assertThat(persian.body()).contains("بیش از اندازه");
        } finally {
            giveBack(taken);
        }

        assertThat(call("en").statusCode()).isEqualTo(200);
    }

    /** Waits for those that the program itself has in hand. */
    private static List<Connection> takeAll() throws SQLException {
        DataSource pool = program.bean("pooledConnections", DataSource.class);
        List<Connection> taken = new ArrayList<>();
        while (taken.size() < SIZE) {
            taken.add(pool.getConnection());
        }
        return taken;
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (Connection each : taken) {
            each.close();
        }
    }

    private static String code(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("code").asString();
    }

    private static HttpResponse<String> call(String language) {
        return program.send("GET", "/api/v1/accounts", null, "Accept-Language", language);
    }
}
