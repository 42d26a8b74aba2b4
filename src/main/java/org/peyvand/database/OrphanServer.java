package org.peyvand.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its program, as after {@code kill -9}. It is stopped cleanly, so that the next start
 * continues with everything that was committed.
 *
 * @param data the data directory of the server; only the holder of the lock beside it may stop the server
 */
record OrphanServer(Path data) {

    private static final Logger log = LoggerFactory.getLogger(OrphanServer.class);

    /** Lines of {@code postmaster.pid}, counted from nought. */
    private static final int PID_LINE = 0;

    private static final int PORT_LINE = 3;

    void stop() {
        number(PID_LINE).ifPresent(pid -> running().ifPresentOrElse(this::stop, () -> delete(pid)));
    }

    /** The port of the server while it runs. */
    Optional<Integer> runningPort() {
        return running().flatMap(server -> number(PORT_LINE)).map(Math::toIntExact);
    }

    private Optional<ProcessHandle> running() {
        return number(PID_LINE)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs);
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Optional<Long> number(int line) {
        try (var lines = Files.lines(pidFile())) {
            return lines.skip(line).findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** After a reboot the number may belong to something else. */
    private boolean isOurs(ProcessHandle process) {
        try {
            var command = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                    .replace('\0', ' ');
            return command.contains("postgres") && command.contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private void stop(ProcessHandle server) {
        log.info("Stopping the PostgreSQL (process {}) that a killed program left behind", server.pid());
        signal("INT", server);
        if (!ended(server, 30)) {
            signal("QUIT", server);
            if (!ended(server, 15)) {
                throw new StartRefused("PEYVAND_DATA: the PostgreSQL with process id " + server.pid() + " in " + data
                        + " does not stop; end it by hand.");
            }
        }
    }

    /** Fast shutdown is SIGINT, which the process handle cannot send. */
    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void delete(long pid) {
        log.info("Removing {} of process {}, which is no PostgreSQL of this directory", pidFile(), pid);
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
