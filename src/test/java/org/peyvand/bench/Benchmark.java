package org.peyvand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.peyvand.Peyvand;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** {@code bin/bench}: the whole program on an embedded PostgreSQL of its own, as durable as in production. */
final class Benchmark {

    /** Of the administrator, as in tests. */
    static final String PASSWORD = "correct-horse-battery-staple";

    private static final Path PLANS = Path.of("target", "bench-plans.txt");

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        boolean explaining = words.contains("--explain");
        Size size = Size.named(words.stream()
                .filter(word -> !word.equals("--explain"))
                .findFirst()
                .orElse("S"));
        Path home = home();
        Plans plans = explaining ? new Plans() : null;
        try (var program = start(home, plans)) {
            var url = "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port");
            var into = plans == null ? null : new Plans.Into(plans, PLANS);
            System.out.println(new Bench(Subject.of(program::getBean, url), size).run(into));
            if (into != null) {
                System.out.println("The plans are in " + PLANS + ".");
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        System.exit(0);
    }

    /** A directory that is new, so that nobody's data is in the way. */
    static Path home() throws IOException {
        Path above = Path.of(Objects.requireNonNullElse(System.getenv("PEYVAND_BENCH_DATA"), "target/bench"));
        return Files.createTempDirectory(Files.createDirectories(above), "run");
    }

    private static ConfigurableApplicationContext start(Path home, @Nullable Plans plans) {
        return new SpringApplicationBuilder(Peyvand.class)
                .initializers(context -> {
                    if (plans != null) {
                        ((GenericApplicationContext) context)
                                .registerBean(
                                        ExecuteListenerProvider.class, () -> new DefaultExecuteListenerProvider(plans));
                    }
                })
                .run(
                        "--PEYVAND_PORT=0",
                        "--PEYVAND_DATA=" + home,
                        "--PEYVAND_ADMIN_EMAIL=admin@example.ir",
                        "--PEYVAND_ADMIN_PASSWORD=" + PASSWORD,
                        "--spring.jmx.enabled=false");
    }
}
