package org.peyvand.access.signin;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leaky buckets of one size, one per name (the generic cell rate algorithm): a bucket is one number, the moment at which it
 * will be empty. It takes as many drops at once as it is large and leaks them evenly over the window. Any thread may use it.
 */
final class LeakyBuckets {

    private static final int SWEEP_EVERY = 10_000;

    private final int size;
    private final long window;
    private final long pause;
    private final ConcurrentHashMap<String, Long> emptyAt = new ConcurrentHashMap<>();
    private final AtomicInteger drops = new AtomicInteger();

    LeakyBuckets(int size, Duration window) {
        this.size = size;
        this.window = window.toNanos();
        this.pause = this.window / size;
    }

    int size() {
        return size;
    }

    /**
     * What became of a drop.
     *
     * @param taken whether there was room for it
     * @param left how many more would fit now
     * @param pause until there is room for one; zero when there is
     * @param untilEmpty until all of them would fit
     */
    record Drop(boolean taken, long left, Duration pause, Duration untilEmpty) {}

    /** Puts a drop into the bucket if it still fits. */
    Drop take(String name, long now) {
        if (drops.incrementAndGet() % SWEEP_EVERY == 0) {
            emptyAt.values().removeIf(moment -> moment - now <= 0);
        }
        boolean[] taken = new boolean[1];
        long filled = Objects.requireNonNull(emptyAt.compute(name, (key, moment) -> {
                    long from = moment == null || moment - now < 0 ? now : moment;
                    taken[0] = from + pause - now <= window;
                    return taken[0] ? from + pause : from;
                }))
                - now;
        long over = Math.max(0, filled + pause - window);
        return new Drop(taken[0], (window - filled) / pause, Duration.ofNanos(over), Duration.ofNanos(filled));
    }
}
