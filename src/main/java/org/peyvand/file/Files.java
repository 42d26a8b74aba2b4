package org.peyvand.file;

import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Files in pieces of one megabyte; neither storing nor reading one needs more memory than a piece. A file is its owner's alone
 * until something else points at it.
 */
@Component
public final class Files {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_NAME = 200;

    private final DSLContext sql;
    private final long limit;
    private final Runnable reminding;

    @Autowired
    Files(DSLContext sql, @Value("${PEYVAND_FILE_LIMIT:2GB}") DataSize limit, ObjectProvider<FilePurge> purge) {
        this(sql, limit.toBytes(), () -> purge.ifAvailable(FilePurge::remind));
    }

    public Files(DSLContext sql, long limit) {
        this(sql, limit, () -> {});
    }

    private Files(DSLContext sql, long limit, Runnable reminding) {
        this.sql = sql;
        this.limit = limit;
        this.reminding = reminding;
    }

    /** The largest file that is kept, in bytes. */
    public long limit() {
        return limit;
    }

    /**
     * Keeps what the stream holds.
     *
     * @throws Refusal.Invalid with the code {@code file-too-large}
     */
    public StoredFile store(Actor actor, String name, String mediaType, InputStream content) {
        return store(actor, name, mediaType, content, limit);
    }

    StoredFile store(Actor actor, String name, String mediaType, InputStream content, long most) {
        UUID id = begin(actor, name, mediaType);
        try (OutputStream out = write(id, most)) {
            content.transferTo(out);
        } catch (IOException e) {
            delete(id);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(id);
            throw e;
        }
        return find(actor, id).orElseThrow();
    }

    /** Makes an empty file, for {@link #write}. */
    public UUID begin(Actor actor, String name, String mediaType) {
        reminding.run();
        UUID id = next();
        sql.execute(
                "insert into file (id, name, media_type, created_by) values ({0}, {1}, {2}, {3})",
                val(id),
                val(baseName(name)),
                val(mediaType.substring(0, Math.min(mediaType.length(), 100))),
                val(actor.user(), UUID.class));
        return id;
    }

    /** Writes a file from its beginning; whatever it held is gone. It is complete once the stream is closed. */
    public OutputStream write(UUID id) {
        return write(id, limit);
    }

    private OutputStream write(UUID id, long most) {
        sql.execute("update file set complete = false, size = 0 where id = {0}", val(id));
        sql.execute("delete from file_chunk where file_id = {0}", val(id));
        return new ChunkWriter(sql, id, most);
    }

    /** A complete file of the actor; the program itself sees all. */
    public Optional<StoredFile> find(Actor actor, UUID id) {
        return sql.resultQuery(
                        "select * from file where id = {0} and complete and ({1} or created_by = {2})",
                        val(id), val(actor.isSystem()), val(actor.user(), UUID.class))
                .fetchOptional(Files::file);
    }

    /**
     * The bytes of a file of the actor.
     *
     * @throws Refusal.NotFound when there is none
     */
    public InputStream open(Actor actor, UUID id) {
        return find(actor, id).map(file -> new ChunkReader(sql, file.id())).orElseThrow(Refusal.NotFound::new);
    }

    /** Removes a file for good. */
    public void delete(UUID id) {
        sql.execute("delete from file where id = {0}", val(id));
    }

    /** How many bytes are attached to records. */
    long attached() {
        return Objects.requireNonNull(
                sql.resultQuery("select coalesce(sum(size), 0)::bigint from attachment where deleted_at is null")
                        .fetchOne(0, Long.class));
    }

    static Refusal tooLarge(long limit) {
        return new Refusal.Invalid(
                java.util.List.of(Problem.of("file", "file-too-large", Long.toString(limit / (1 << 20)))));
    }

    private static StoredFile file(Record row) {
        return new StoredFile(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("media_type", String.class)),
                Objects.requireNonNull(row.get("size", Long.class)),
                row.get("sha256", String.class),
                Objects.requireNonNull(row.get("created_at", OffsetDateTime.class))
                        .toInstant());
    }

    /** Some browsers send a whole path; and no name holds what would break a header. */
    private static String baseName(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String cut = base.substring(Math.max(0, base.length() - LONGEST_NAME));
        return cut.isEmpty() ? "file" : cut;
    }

    private static UUID next() {
        long high = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        return new UUID(high, RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }
}
