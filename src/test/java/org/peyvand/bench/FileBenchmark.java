package org.peyvand.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.peyvand.Peyvand;
import org.peyvand.access.Actors;
import org.peyvand.exchange.Export;
import org.peyvand.exchange.ExportRequest;
import org.peyvand.exchange.ExportRequest.Format;
import org.peyvand.exchange.Exporting;
import org.peyvand.exchange.Import;
import org.peyvand.exchange.ImportRequest;
import org.peyvand.exchange.Importing;
import org.peyvand.record.Actor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench files ROWS}: contacts with their accounts in and out of the whole program, as CSV and as a workbook, in a Java machine of
 * 512 MB. Every file is read by the program from its own table of files and made there, as over HTTP.
 */
final class FileBenchmark {

    private static final Set<String> UNDERWAY = Set.of("queued", "running");
    private static final int ACCOUNTS = 1_000;
    private static final List<String> FIELDS =
            List.of("firstName", "lastName", "account", "email", "mobile", "jobTitle");

    private final Importing importing;
    private final Exporting exporting;
    private final Actor actor;
    private final Path home;
    private final int rows;

    private FileBenchmark(Subject.Beans beans, Actor actor, Path home, int rows) {
        this.importing = beans.bean(Importing.class);
        this.exporting = beans.bean(Exporting.class);
        this.actor = actor;
        this.home = home;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        Path home = Benchmark.home();
        try (var program = new SpringApplicationBuilder(Peyvand.class)
                .run(
                        "--PEYVAND_PORT=0",
                        "--PEYVAND_DATA=" + home,
                        "--PEYVAND_ADMIN_EMAIL=admin@example.ir",
                        "--PEYVAND_ADMIN_PASSWORD=correct-horse-battery-staple",
                        "--spring.jmx.enabled=false")) {
            UUID administrator = program.getBean(DSLContext.class)
                    .fetchSingle("select id from app_user where email = 'admin@example.ir'")
                    .get(0, UUID.class);
            Actor actor = program.getBean(Actors.class)
                    .find(administrator, Actor.Kind.USER)
                    .orElseThrow();
            new FileBenchmark(program::getBean, actor, home, rows).run();
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        System.exit(0);
    }

    private void run() {
        measured("accounts, to warm up", ACCOUNTS, () -> imported("accounts", write("accounts.csv", this::accounts)));
        measured("import of CSV", rows, () -> imported("contacts", write("contacts.csv", this::contacts)));
        measured("export to CSV", rows, () -> exported(Format.CSV).rows());
        Path workbook = home.resolve("contacts.xlsx");
        measured("export to XLSX", rows, () -> {
            Export done = exported(Format.XLSX);
            save(exporting.open(actor, done.id()), workbook);
            return done.rows();
        });
        measured("import of XLSX", rows, () -> imported("contacts", workbook));
    }

    private void measured(String what, int expected, Supplier<Long> work) {
        try (var heap = new HeapWatch()) {
            long begun = System.nanoTime();
            long done = work.get();
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (done != expected) {
                throw new AssertionError(what + ": " + done + " rows instead of " + expected);
            }
            System.out.printf(
                    "| %-20s | %,9d | %7.1f s | %,8.0f rows/s | %4d MiB used at most | %4d MiB after collection |%n",
                    what, done, seconds, done / seconds, heap.most(), heap.mostKept());
        }
    }

    private long imported(String type, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            var stored = importing.upload(actor, file.getFileName().toString(), content);
            var started = importing.start(actor, new ImportRequest(type, stored.id(), null, null, null));
            Import done = await(() -> importing.find(actor, started.id()).orElseThrow(), Import::status);
            return done.created();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Export exported(Format format) {
        var request = new ExportRequest("contacts", null, null, null, FIELDS, format, false, false, null);
        Export started = exporting.start(actor, request);
        return await(() -> exporting.find(actor, started.id()).orElseThrow(), Export::status);
    }

    private static <T> T await(java.util.concurrent.Callable<T> asked, java.util.function.Function<T, String> status) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(asked, now -> !UNDERWAY.contains(status.apply(now)));
    }

    private void accounts(OutputStream out) throws IOException {
        line(out, "name");
        for (int i = 0; i < ACCOUNTS; i++) {
            line(out, "شرکت شماره " + i);
        }
    }

    private void contacts(OutputStream out) throws IOException {
        line(out, "firstName,lastName,account,email,mobile,jobTitle");
        for (int i = 0; i < rows; i++) {
            line(
                    out,
                    "ورود,گروهی %1$d,شرکت شماره %2$d,group%1$d@example.ir,+98937%1$07d,کارشناس خرید"
                            .formatted(i, i % ACCOUNTS));
        }
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, Content content) {
        Path file = home.resolve(name);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void save(InputStream content, Path file) {
        try (content) {
            Files.copy(content, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
