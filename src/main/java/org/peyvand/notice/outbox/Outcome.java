package org.peyvand.notice.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt.
 *
 * @param state the state of the message from now on
 * @param pause until the next attempt, when it is queued again
 * @param forgets whether what the message says is not needed any more
 */
record Outcome(
        String state,
        @Nullable Reason error,
        @Nullable String sentTo,
        @Nullable String reference,
        @Nullable Integer parts,
        Duration pause,
        boolean forgets) {

    private static final int MOST_ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    static Outcome sent(Channel.Receipt receipt, String to, boolean forgets) {
        return new Outcome("sent", null, to, receipt.reference(), receipt.parts(), Duration.ZERO, forgets);
    }

    static Outcome dropped(Reason why) {
        return new Outcome("dropped", why, null, null, null, Duration.ZERO, true);
    }

    /** By the kind of failure: tried again later, uncertain or over. */
    static Outcome of(Undelivered failure, String to, int attempts, boolean again) {
        return switch (failure.kind()) {
            case FOR_GOOD -> over("failed", failure.reason(), to);
            case PERHAPS -> again ? later(failure.reason(), to, attempts) : over("uncertain", failure.reason(), to);
            case FOR_NOW -> later(failure.reason(), to, attempts);
        };
    }

    static Outcome later(Reason error, @Nullable String to, int attempts) {
        return attempts >= MOST_ATTEMPTS
                ? over("failed", error, to)
                : new Outcome("queued", error, to, null, null, pause(attempts), false);
    }

    private static Outcome over(String state, Reason error, @Nullable String to) {
        return new Outcome(state, error, to, null, null, Duration.ZERO, false);
    }

    /** Twice as long after every attempt: half a minute, a minute … an hour. */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
