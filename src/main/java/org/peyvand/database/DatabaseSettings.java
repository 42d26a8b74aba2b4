package org.peyvand.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * Where the data lives.
 *
 * @param external absent when the embedded PostgreSQL in the data directory serves
 */
record DatabaseSettings(DataDirectory dataDirectory, Optional<DatabaseAddress> external) {

    static DatabaseSettings of(PropertyResolver properties) {
        return new DatabaseSettings(dataDirectory(text(properties, "PEYVAND_DATA")), external(properties));
    }

    private static DataDirectory dataDirectory(@Nullable String path) {
        try {
            return new DataDirectory(Path.of(path == null ? "./var" : path));
        } catch (InvalidPathException e) {
            throw new StartRefused("PEYVAND_DATA is not a path.", e);
        }
    }

    private static Optional<DatabaseAddress> external(PropertyResolver properties) {
        var url = text(properties, "PEYVAND_DATABASE_URL");
        var user = text(properties, "PEYVAND_DATABASE_USER");
        var password = text(properties, "PEYVAND_DATABASE_PASSWORD");
        if (url == null) {
            if (user != null || password != null) {
                throw new StartRefused((user == null ? "PEYVAND_DATABASE_PASSWORD" : "PEYVAND_DATABASE_USER")
                        + " is set without PEYVAND_DATABASE_URL, so it is unclear which database is meant.");
            }
            return Optional.empty();
        }
        return Optional.of(DatabaseAddress.parse(url).as(user, password));
    }

    private static @Nullable String text(PropertyResolver properties, String name) {
        var value = properties.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
