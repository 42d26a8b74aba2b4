package org.peyvand.record.write;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562): the time in milliseconds, then twelve bits that count within the millisecond, then
 * chance. Those made by one process rise strictly, so that records made in a row are stored in a row.
 */
public final class RecordIds {

    private static final AtomicLong LAST = new AtomicLong();

    private RecordIds() {}

    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long ticks = LAST.updateAndGet(last -> Math.max(now, last + 1));
        long high = (ticks >>> 12 << 16) | 0x7000 | (ticks & 0xFFF);
        long low = 0x8000_0000_0000_0000L | (ThreadLocalRandom.current().nextLong() >>> 2);
        return new UUID(high, low);
    }
}
