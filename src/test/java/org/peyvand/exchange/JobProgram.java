package org.peyvand.exchange;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of its own that runs the jobs of a database until it is killed. */
final class JobProgram {

    private JobProgram() {}

    /** One on the database of a world whose own jobs stand still, without which nothing goes on. */
    static Process start(ExchangeWorld world) throws IOException {
        forgetTheDead(world);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JobProgram.class.getName(),
                world.database().jdbcUrl());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(journal()))
                .start();
    }

    /** Two test classes have such a program, perhaps at the same time in two JVMs. */
    private static File journal() {
        return new File("target/killed-jobs-" + System.getProperty("peyvand.test.fork", "fork-1") + ".log");
    }

    /** As if the twenty seconds had passed after which a node without a heartbeat counts as gone. */
    private static void forgetTheDead(ExchangeWorld world) {
        world.database()
                .sql()
                .execute("update scheduled_tasks set last_heartbeat = now() - interval '1 minute' where picked");
    }

    public static void main(String[] arguments) throws InterruptedException {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(8);
        ExchangeWorld.context(new HikariDataSource(config), new ExchangeWorld.Everything());
        Thread.currentThread().join();
    }
}
