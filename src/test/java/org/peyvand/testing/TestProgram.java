package org.peyvand.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.Peyvand;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole program on a port of its own and a {@link TestDatabase}, with a first administrator and a token for it.
 *
 * <pre>{@code
 * static final TestProgram program = TestProgram.shared();
 * var answer = program.get("/api/v1/accounts");
 * }</pre>
 */
public final class TestProgram implements AutoCloseable {

    public static final String EMAIL = "admin@pars.example";
    public static final String PASSWORD = "correct-horse-battery-staple";
    public static final String TOKEN = "test-token-0123456789-abcdefghijklmnopqrstuvwxyz";

    /** What all nodes of a test share. */
    public static final String SECRET = "a secret that all nodes of a test share";

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestProgram(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    private static final class Holder {
        static final TestProgram SHARED = start();
    }

    private static final class DemoHolder {
        static final TestProgram SHARED = start("PEYVAND_DEMO=small");
    }

    /** The one that all tests of a JVM share; each test makes records of its own and none counts those of others. */
    public static TestProgram shared() {
        return Holder.SHARED;
    }

    /** One with the small demo company in it, that all tests of a JVM share; they read rather than write. */
    public static TestProgram demo() {
        return DemoHolder.SHARED;
    }

    /** One for a test alone, with settings such as {@code PEYVAND_DEMO=small}; the caller closes it. */
    public static TestProgram start(String... settings) {
        var database = TestDatabase.fresh();
        return start(database, database.jdbcUrl(), settings);
    }

    /** One that reaches its database by another address, as through a {@link Relay}; the caller closes it. */
    public static TestProgram start(TestDatabase database, String databaseUrl, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--PEYVAND_PORT=0",
                "--PEYVAND_DATA=" + directory(),
                "--PEYVAND_DATABASE_URL=" + databaseUrl,
                "--PEYVAND_ADMIN_EMAIL=" + EMAIL,
                "--PEYVAND_ADMIN_PASSWORD=" + PASSWORD,
                "--PEYVAND_ADMIN_TOKEN=" + TOKEN,
                "--spring.jmx.enabled=false"));
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("PEYVAND_SECRET="))) {
            arguments.add("--PEYVAND_SECRET=" + SECRET);
        }
        Arrays.stream(settings).map(setting -> "--" + setting).forEach(arguments::add);
        var application = new SpringApplicationBuilder(Peyvand.class).registerShutdownHook(false);
        return new TestProgram(database, application.run(arguments.toArray(String[]::new)));
    }

    public TestDatabase database() {
        return database;
    }

    /** A bean of the running program, for what has no door yet. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several beans of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Reads as the administrator. */
    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** Sends JSON, or nothing when null, as the administrator. */
    public HttpResponse<String> send(String method, String path, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Authorization", "Bearer " + TOKEN);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        for (var index = 0; index + 1 < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return send(request.build());
    }

    /** Sends a request as it is. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "programs")), "data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
