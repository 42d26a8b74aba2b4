package org.peyvand.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The present day for tests that ask the program about it, which then may not be over before the program answers. */
public final class Today {

    private static final LocalTime LATE = LocalTime.of(23, 59);

    private Today() {}

    /** Today in a zone; in the last minute of a day it waits for the next one. */
    public static LocalDate in(ZoneId zone) {
        await().atMost(Duration.ofMinutes(2)).until(() -> LocalTime.now(zone).isBefore(LATE));
        return LocalDate.now(zone);
    }
}
