package org.peyvand.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a file in parts of a thousand, or fewer when they are very long; the next part is read while the last one is written. */
final class RowSource implements AutoCloseable {

    static final int PART = 1_000;
    private static final long LONGEST_PART = 8L << 20;

    private final TableRows rows;
    private final RowReader reader;
    private @Nullable CompletableFuture<List<ReadRow>> ahead;

    /**
     * Begins behind rows that are done.
     *
     * @param done how many rows to pass over
     */
    RowSource(Supplier<InputStream> file, TableFormat format, RowReader reader, long done) {
        this.rows = format.rows(file);
        this.reader = reader;
        rows.skip(done);
    }

    /** The next rows; none at the end. */
    List<ReadRow> next() {
        CompletableFuture<List<ReadRow>> reading = ahead;
        List<ReadRow> part;
        try {
            part = reading == null ? read() : reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        ahead = part.isEmpty() ? null : CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
        return part;
    }

    @Override
    public void close() {
        CompletableFuture<List<ReadRow>> reading = ahead;
        if (reading != null) {
            reading.exceptionally(failed -> List.of()).join();
        }
        rows.close();
    }

    private List<ReadRow> read() {
        List<ReadRow> part = new ArrayList<>(PART);
        long length = 0;
        while (part.size() < PART && length < LONGEST_PART) {
            TableRow row = rows.next();
            if (row == null) {
                return part;
            }
            part.add(reader.read(row));
            length += row.length();
        }
        return part;
    }
}
