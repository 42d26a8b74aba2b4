package org.peyvand.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyvand.database.StartRefused;
import org.peyvand.testing.TestDatabase;

@Tag("database")
class BackupTest {

    /** What an administrator may have added beyond the migrations, with values that are hard to copy. */
    private static final String OWN_TYPES = """
            CREATE TABLE x_shop (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                number bigint GENERATED ALWAYS AS IDENTITY,
                name text COLLATE "C" NOT NULL CHECK (name <> ''),
                parent uuid REFERENCES x_shop,
                opened timestamptz,
                location numeric(9, 6),
                logo bytea,
                folded text GENERATED ALWAYS AS (lower(name)) STORED);
            CREATE UNIQUE INDEX x_shop_name ON x_shop (lower(name)) WHERE parent IS NULL;
            CREATE TABLE x_visit (shop uuid NOT NULL REFERENCES x_shop DEFERRABLE, at date NOT NULL, PRIMARY KEY (shop, at))
                PARTITION BY RANGE (at);
            CREATE TABLE x_visit_2026 PARTITION OF x_visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            INSERT INTO x_shop (id, name, opened, location, logo)
                SELECT gen_random_uuid(), 'فروشگاه ' || n, now() - n * interval '1 day', n / 7.0, decode(md5(n::text), 'hex')
                FROM generate_series(1, 500) n;
            INSERT INTO x_shop (name, parent) SELECT E'پشت\\\\ب\\tو\\nسطر', id FROM x_shop WHERE number = 1;
            INSERT INTO x_visit SELECT id, date '2026-03-21' FROM x_shop WHERE number <= 100;
            ALTER TABLE flyway_schema_history OWNER TO CURRENT_USER""";

    private static final String CONTENT = "SELECT md5(string_agg(s::text, '|' ORDER BY number)) FROM x_shop s";

    @TempDir
    Path folder;

    private TestDatabase original;
    private TestDatabase copy;

    @BeforeEach
    void fill() {
        original = TestDatabase.fresh();
        copy = TestDatabase.empty();
        original.sql().execute(OWN_TYPES);
    }

    @AfterEach
    void drop() {
        original.close();
        copy.close();
    }

    @Test
    void bringsBackEveryRowOfOwnTypesToo() {
        var file = folder.resolve("backup.zip");

        var written = new Backup(original.dataSource()).write(file);
        var restored = new Backup(copy.dataSource()).restore(file);

        assertThat(written).contains(file.toString());
        assertThat(restored).startsWith("Restored and verified");
        assertThat(text(copy, CONTENT)).isEqualTo(text(original, CONTENT)).isNotEmpty();
        assertThat(text(copy, "SELECT count(*) FROM x_visit_2026")).isEqualTo("100");
    }

    @Test
    void bringsBackConstraintsIndexesAndSequences() {
        var file = folder.resolve("backup.zip");

        new Backup(original.dataSource()).write(file);
        new Backup(copy.dataSource()).restore(file);

        var structure = """
                SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
                    SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                    WHERE conrelid <> 0
                    UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index
                        WHERE indrelid::regclass::text NOT LIKE 'pg%'
                    UNION ALL SELECT attrelid::regclass || ' ' || attname || ' ' || format_type(atttypid, atttypmod)
                        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid AND relkind IN ('r', 'p')
                        WHERE relnamespace = current_schema()::regnamespace AND attnum > 0) AS all_of_it (line)""";
        assertThat(text(copy, structure)).isEqualTo(text(original, structure));
        assertThat(text(copy, "INSERT INTO x_shop (name) VALUES ('next') RETURNING number"))
                .isEqualTo("502");
    }

    @Test
    void isConsistentWhileOthersWrite() throws Exception {
        var file = folder.resolve("backup.zip");
        var writer = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                original.transactions().executeWithoutResult(status -> {
                    original.sql().execute("INSERT INTO x_shop (name) VALUES (gen_random_uuid()::text)");
                    original.sql()
                            .execute("INSERT INTO x_visit SELECT id, date '2026-05-01' FROM x_shop"
                                    + " ORDER BY number DESC LIMIT 1");
                });
            }
        });

        new Backup(original.dataSource()).write(file);
        writer.interrupt();
        writer.join();
        new Backup(copy.dataSource()).restore(file);

        assertThat(text(copy, "SELECT count(*) - 501 FROM x_shop"))
                .isEqualTo(text(copy, "SELECT count(*) - 100 FROM x_visit"));
    }

    @Test
    void refusesADatabaseThatIsNotEmpty() {
        var file = folder.resolve("backup.zip");
        new Backup(original.dataSource()).write(file);

        assertThatThrownBy(() -> new Backup(original.dataSource()).restore(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The database is not empty");
        assertThat(text(original, "SELECT count(*) FROM x_shop")).isEqualTo("501");
    }

    @Test
    void leavesTheDatabaseEmptyWhenTheFileIsDamaged() throws IOException {
        var file = folder.resolve("backup.zip");
        var damaged = folder.resolve("damaged.zip");
        new Backup(original.dataSource()).write(file);
        copyChanged(file, damaged, "tables/x_shop", "فروشگاه 7", "فروشگاه 8");

        assertThatThrownBy(() -> new Backup(copy.dataSource()).restore(damaged)).isInstanceOf(StartRefused.class);

        assertThat(text(copy, "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"))
                .isEqualTo("0");
    }

    @Test
    void writesAFileForItsOwnerAlone() throws IOException {
        var file = folder.resolve("backup.zip");

        new Backup(original.dataSource()).write(file);

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.exists(folder.resolve("backup.zip.part"))).isFalse();
    }

    private static void copyChanged(Path from, Path to, String entry, String before, String after) throws IOException {
        try (var source = new ZipFile(from.toFile());
                var target = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var each : source.stream().toList()) {
                target.putNextEntry(new ZipEntry(each.getName()));
                var content = source.getInputStream(each).readAllBytes();
                target.write(
                        each.getName().equals(entry)
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replace(before, after)
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
    }

    private static String text(TestDatabase database, String sql) {
        return String.valueOf(database.sql().fetchValue(sql));
    }
}
