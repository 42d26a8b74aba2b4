package org.peyvand.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeakyBucketsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LeakyBuckets buckets = new LeakyBuckets(60, Duration.ofMinutes(1));

    @Test
    void takesAsManyAtOnceAsItIsLargeAndThenOnePerPause() {
        long taken = IntStream.range(0, 100)
                .filter(call -> buckets.take("sara", 0).taken())
                .count();

        assertThat(taken).isEqualTo(60);
        LeakyBuckets.Drop refused = buckets.take("sara", 0);
        assertThat(refused.left()).isZero();
        assertThat(refused.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(buckets.take("sara", SECOND).taken()).isTrue();
        assertThat(buckets.take("sara", SECOND).taken()).isFalse();
    }

    @Test
    void keepsEveryNameApart() {
        IntStream.range(0, 60).forEach(call -> buckets.take("sara", 0));

        assertThat(buckets.take("reza", 0).taken()).isTrue();
        assertThat(buckets.take("reza", 0).left()).isEqualTo(58);
    }

    @Test
    void isWholeAgainAfterTheWindow() {
        IntStream.range(0, 60).forEach(call -> buckets.take("sara", 0));

        LeakyBuckets.Drop later = buckets.take("sara", 60 * SECOND);

        assertThat(later.taken()).isTrue();
        assertThat(later.left()).isEqualTo(59);
        assertThat(later.untilEmpty()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void letsNoMoreThroughHoweverManyAskAtOnce() {
        long taken = IntStream.range(0, 5_000)
                .parallel()
                .filter(call -> buckets.take("sara", 0).taken())
                .count();

        assertThat(taken).isEqualTo(60);
    }
}
