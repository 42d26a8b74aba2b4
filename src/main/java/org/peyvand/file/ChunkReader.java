package org.peyvand.file;

import static org.jooq.impl.DSL.val;

import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;

/** Puts rows together to a stream again, one at a time. */
final class ChunkReader extends InputStream {

    private final DSLContext sql;
    private final UUID file;
    private byte[] chunk = new byte[0];
    private int position;
    private int seq;
    private boolean ended;

    ChunkReader(DSLContext sql, UUID file) {
        this.sql = sql;
        this.file = file;
    }

    @Override
    public int read() {
        return fill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, part);
        position += part;
        return part;
    }

    /** Passes over whole chunks without reading them; all but the last are full. */
    @Override
    public long skip(long bytes) {
        long left = bytes;
        while (left > 0 && fill()) {
            int part = (int) Math.min(left, chunk.length - position);
            position += part;
            left -= part;
            if (position == ChunkWriter.CHUNK) {
                int whole = (int) (left / ChunkWriter.CHUNK);
                seq += whole;
                left -= (long) whole * ChunkWriter.CHUNK;
            }
        }
        return bytes - left;
    }

    private boolean fill() {
        while (position == chunk.length && !ended) {
            byte[] next = sql.resultQuery(
                            "select data from file_chunk where file_id = {0} and seq = {1}", val(file), val(seq))
                    .fetchOne(0, byte[].class);
            ended = next == null;
            chunk = next == null ? new byte[0] : next;
            position = 0;
            seq++;
        }
        return !ended;
    }
}
