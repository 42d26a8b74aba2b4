package org.peyvand.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Short messages between the nodes of an installation, by LISTEN and NOTIFY. They may be lost while the database is
 * away, therefore every listener also says how it catches up.
 */
public final class Notifications implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final int POLL_MS = 500;
    private static final int POLLS_BETWEEN_PROBES = 40;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DedicatedConnections connections;
    private final DSLContext sql;
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread thread;

    public Notifications(DedicatedConnections connections, DSLContext sql) {
        this.connections = connections;
        this.sql = sql;
    }

    /**
     * Calls {@code message} with the payload of every notification on a channel, and {@code missed} each time listening
     * begins (also the first time), when messages may have been lost. Both run on one thread and should be short.
     *
     * @param channel lower-case letters and underscores
     */
    public void listen(String channel, Consumer<String> message, Runnable missed) {
        listeners
                .computeIfAbsent(checked(channel), unused -> new CopyOnWriteArrayList<>())
                .add(new Listener(message, missed));
    }

    /** Sends with the caller's transaction: at its commit or not at all. */
    public void send(String channel, String payload) {
        sql.execute(
                "select pg_notify({0}, {1})", org.jooq.impl.DSL.val(checked(channel)), org.jooq.impl.DSL.val(payload));
    }

    @Override
    public synchronized void start() {
        // Before the thread, which ends when it finds itself not running.
        running = true;
        thread = Thread.ofPlatform().name("notifications").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofMillis(4L * POLL_MS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (isRunning()) {
            try (var connection = connections.open()) {
                receive(connection);
            } catch (SQLException e) {
                log.warn("Listening for notifications was interrupted: {}", e.getMessage());
                pause();
            }
        }
    }

    private void receive(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 20_000);
        var listening = new ConcurrentHashMap<String, Boolean>();
        var idle = 0;
        while (isRunning()) {
            listenToNewChannels(connection, listening);
            var received = connection.unwrap(PGConnection.class).getNotifications(POLL_MS);
            for (var notification : received) {
                deliver(notification.getName(), notification.getParameter());
            }
            idle = received.length > 0 ? 0 : idle + 1;
            if (idle >= POLLS_BETWEEN_PROBES) {
                execute(connection, "SELECT 1");
                idle = 0;
            }
        }
    }

    private void listenToNewChannels(Connection connection, Map<String, Boolean> listening) throws SQLException {
        for (var channel : listeners.keySet()) {
            if (listening.putIfAbsent(channel, true) == null) {
                execute(connection, "LISTEN " + channel);
                listeners.getOrDefault(channel, List.of()).forEach(listener -> guarded(channel, listener.missed()));
            }
        }
    }

    private void deliver(String channel, String payload) {
        for (var listener : listeners.getOrDefault(channel, List.of())) {
            guarded(channel, () -> listener.message().accept(payload));
        }
    }

    /** One failing listener must not silence the others. */
    private static void guarded(String channel, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            log.error("A listener of {} failed", channel, e);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private static String checked(String channel) {
        if (!channel.matches("[a-z_]{1,60}")) {
            throw new IllegalStateException("Not a channel: " + channel);
        }
        return channel;
    }

    private record Listener(Consumer<String> message, Runnable missed) {}
}
