package org.peyvand.record.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class InstantTypeTest {

    private final InstantType type = new InstantType();

    @Test
    void logsWhatTheDatabaseKeeps() {
        var precise = Instant.parse("2026-11-22T10:00:00.123456789Z");

        var logged = type.fromJson(type.toJson(precise));
        var kept = ((OffsetDateTime) type.toCells(precise).getFirst()).toInstant();

        assertThat(logged).isEqualTo(kept).isEqualTo(Instant.parse("2026-11-22T10:00:00.123456Z"));
    }
}
