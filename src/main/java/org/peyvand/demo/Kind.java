package org.peyvand.demo;

import java.time.Instant;
import java.util.UUID;

/** Kinds of things that are made; every one of them has its own identifiers and its own luck. */
enum Kind {
    TEAM,
    USER,
    PIPELINE,
    STAGE,
    PRODUCT,
    COMPETITOR,
    ACCOUNT,
    CONTACT,
    RELATION,
    LEAD,
    OPPORTUNITY,
    TASK,
    NOTE,
    CALL,
    MEETING,
    GUEST,
    COLLEAGUE;

    private static final long SEED = 1_405_0901L;

    /** The dice of one thing; always the same for the same thing. */
    Dice dice(long index) {
        return new Dice(mix(index));
    }

    /** The identifier (version 7) of one thing that came to be at a moment. */
    UUID id(long index, Instant created) {
        long noise = mix(~index);
        long high = (created.toEpochMilli() << 16) | 0x7000L | (noise >>> 52);
        long low = (noise & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014), which spreads neighbouring numbers over all bits. */
    private long mix(long index) {
        long z = SEED + index * 0x9E37_79B9_7F4A_7C15L + (ordinal() + 1) * 0xD1B5_4A32_D192_ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
