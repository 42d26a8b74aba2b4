package org.peyvand.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyvand.database.backup.Backup;
import org.peyvand.record.Actor;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestDatabase;
import org.peyvand.testing.TestProgram;

/** Files are rows, so a backup holds them: those on records, and those that were imported. */
@Tag("database")
class FilesInBackupTest {

    private static final int SIZE = 3 * ChunkWriter.CHUNK + 12_345;

    @Test
    void attachmentAndImportedFileOfSeveralChunksComeBackByteByByte(@TempDir Path folder) {
        Path backup = folder.resolve("backup.zip");
        byte[] scan = scan();
        byte[] table = table();
        String content;
        String imported;
        try (var program = TestProgram.start()) {
            content = attached(program, scan);
            imported = imported(program, table);
            new Backup(program.database().dataSource()).write(backup);
        }

        TestDatabase copy = TestDatabase.empty();
        new Backup(copy.dataSource()).restore(backup);

        try (var program = TestProgram.start(copy, copy.jdbcUrl())) {
            assertThat(bytes(program, content)).isEqualTo(scan);
            assertThat(bytesOfImport(program, imported)).isEqualTo(table);
            assertThat(copy.sql().fetchValue("select count(*) from file_chunk")).isEqualTo(4L + 2L);
            Api.of(program).get("/imports/" + imported).expect(200);
            assertThat(Api.of(program)
                            .get("/imports/" + imported + "/failures")
                            .expect(200)
                            .text())
                    .contains("no name here");
        }
    }

    /** Answers the path of what was attached. */
    private static String attached(TestProgram program, byte[] scan) {
        Api api = Api.of(program);
        String account = api.post("/accounts", "{\"name\": \"Pars Trading\"}")
                .expect(201)
                .id();
        String file =
                api.upload("/files", "scan.pdf", scan, Map.of()).expect(201).id();
        String path = "/accounts/" + account + "/files";
        String id = api.post(path, "{\"file\": \"" + file + "\"}")
                .expect(201)
                .data()
                .get(0)
                .get("id")
                .stringValue();
        return path + "/" + id + "/content";
    }

    private static String imported(TestProgram program, byte[] table) {
        Api api = Api.of(program);
        String id = api.upload(
                        "/imports",
                        "table.csv",
                        table,
                        Map.of(
                                "type",
                                "accounts",
                                "mapping",
                                "{\"name\": \"name\", \"filler\": null, \"email\": \"email\"}"))
                .expect(202)
                .id();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get("/imports/" + id).text("status").equals("done"));
        return id;
    }

    private static byte[] scan() {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    /** A few rows with long cells, the last of which fails. */
    private static byte[] table() {
        var csv = new StringBuilder("name,filler,email\n");
        for (int i = 0; i < 200; i++) {
            csv.append("Firm ").append(i).append(',').append("x".repeat(6_000)).append(",\n");
        }
        return csv.append(",no name here,someone@example.ir\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(TestProgram program, String path) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(program.url() + "/api/v1" + path))
                    .header("Authorization", "Bearer " + TestProgram.TOKEN)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytesOfImport(TestProgram program, String id) {
        UUID file = program.database()
                .sql()
                .fetchSingle("select file_id from import_run where id = ?::uuid", id)
                .get(0, UUID.class);
        var bytes = new ByteArrayOutputStream();
        try (InputStream in = program.bean(Files.class).open(Actor.system(), file)) {
            in.transferTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
