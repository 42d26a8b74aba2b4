package org.peyvand.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** The data: written by set-based SQL, in minutes where the gate would take an hour, yet as the gate would have. */
final class Company {

    private static final String SCRIPT = "/bench/fill.sql";

    private Company() {}

    static void fill(Connection connection, Size size) throws SQLException, IOException {
        try (var script = Objects.requireNonNull(Company.class.getResourceAsStream(SCRIPT), SCRIPT);
                var statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${accounts}", Integer.toString(size.accounts()))
                    .replace("${contacts}", Integer.toString(size.contacts()))
                    .replace("${opportunities}", Integer.toString(size.opportunities())));
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }
}
