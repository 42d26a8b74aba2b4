package org.peyvand.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another process that owns, or wants to own, a data directory. */
final class OtherProgram {

    private final Process process;
    private final BufferedReader output;

    private OtherProgram(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static OtherProgram start(Path home) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new OtherProgram(new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** What it says when it is done, skipping its log. */
    @Nullable
    String firstLine() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("committed") || line.startsWith("PEYVAND")) {
                return line;
            }
        }
        return null;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    /** Starts the server, commits a row and waits to be killed, at the latest with its parent; or says why it may not start. */
    public static void main(String[] arguments) throws Exception {
        try {
            var server = EmbeddedServer.start(new DataDirectory(Path.of(arguments[0])));
            try (var connection = RunningDatabase.dataSource(server.address()).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE note (text text); INSERT INTO note VALUES ('written before the kill')");
            }
            System.out.println("committed");
            System.in.read();
        } catch (StartRefused e) {
            System.out.println(e.getMessage());
        }
    }
}
