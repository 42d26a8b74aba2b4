package org.peyvand.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database and who connects to it, read from a JDBC or a libpq address.
 *
 * @param hosts one or more {@code host:port}, separated by commas
 * @param parameters of the JDBC driver
 */
record DatabaseAddress(
        String hosts,
        String database,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> parameters) {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<jdbc>jdbc:)?postgres(?:ql)?://(?:(?<login>[^@/?]*)@)?(?<hosts>[^/?@]+)/(?<database>[^/?]+)(?:\\?(?<query>.*))?");

    /** What libpq calls otherwise than the driver. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "target_session_attrs", "targetServerType",
            "channel_binding", "channelBinding");

    static DatabaseAddress parse(String url) {
        var matcher = ADDRESS.matcher(url);
        if (!matcher.matches()) {
            throw new StartRefused("PEYVAND_DATABASE_URL must look like jdbc:postgresql://host:5432/database"
                    + " or postgresql://user:password@host:5432/database.");
        }
        var parameters = parameters(matcher.group("query"));
        var login = matcher.group("login");
        var parts = login == null ? new String[0] : login.split(":", 2);
        var user = parts.length > 0 ? decoded(parts[0]) : parameters.get("user");
        var password = parts.length > 1 ? decoded(parts[1]) : parameters.get("password");
        parameters.keySet().removeAll(java.util.List.of("user", "password"));
        return new DatabaseAddress(
                matcher.group("hosts"), decoded(matcher.group("database")), user, password, Map.copyOf(parameters));
    }

    /** The same database with the given user and password where they are not null. */
    DatabaseAddress as(@Nullable String user, @Nullable String password) {
        return new DatabaseAddress(
                hosts,
                database,
                user == null ? this.user : user,
                password == null ? this.password : password,
                parameters);
    }

    /** Without user and password, so that it may be logged. */
    String jdbcUrl() {
        var query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + hosts + "/" + encoded(database) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Keeps a password out of logs. */
    @Override
    public String toString() {
        return hosts + "/" + database;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (var part : query.split("&", -1)) {
            var pair = part.split("=", 2);
            if (pair.length < 2 || pair[0].isEmpty()) {
                throw new StartRefused("PEYVAND_DATABASE_URL has a parameter without a value: \"" + pair[0] + "\".");
            }
            var name = decoded(pair[0]);
            parameters.put(DRIVER_NAMES.getOrDefault(name, name), driverValue(name, decoded(pair[1])));
        }
        return parameters;
    }

    private static String driverValue(String libpqName, String value) {
        if (!libpqName.equals("target_session_attrs")) {
            return value;
        }
        return switch (value) {
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default -> "any";
        };
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StartRefused("PEYVAND_DATABASE_URL has a percent sign that escapes nothing.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
