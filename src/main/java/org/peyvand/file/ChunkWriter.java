package org.peyvand.file;

import static org.jooq.impl.DSL.val;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.DSLContext;

/** Cuts a stream into rows. */
final class ChunkWriter extends OutputStream {

    static final int CHUNK = 1 << 20;

    private final DSLContext sql;
    private final UUID file;
    private final long limit;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[CHUNK];
    private int filled;
    private int seq;
    private boolean closed;

    ChunkWriter(DSLContext sql, UUID file, long limit) {
        this.sql = sql;
        this.file = file;
        this.limit = limit;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == CHUNK) {
                store();
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        long size = (long) seq * CHUNK + filled;
        if (filled > 0) {
            store();
        }
        sql.execute(
                "update file set complete = true, size = {1}, sha256 = {2} where id = {0}",
                val(file), val(size), val(HexFormat.of().formatHex(digest.digest())));
    }

    private void store() {
        if ((long) seq * CHUNK + filled > limit) {
            closed = true;
            throw Files.tooLarge(limit);
        }
        digest.update(buffer, 0, filled);
        sql.execute(
                "insert into file_chunk (file_id, seq, data) values ({0}, {1}, {2})",
                val(file), val(seq), val(Arrays.copyOf(buffer, filled)));
        seq++;
        filled = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
