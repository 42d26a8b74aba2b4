package org.peyvand.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is kept.
 *
 * @param name as its owner called it
 * @param mediaType as its owner claimed it to be; never trusted when it is shown
 * @param size in bytes
 * @param sha256 in hexadecimal, null for files kept before it was reckoned
 */
public record StoredFile(
        UUID id,
        String name,
        String mediaType,
        long size,
        @Nullable String sha256,
        Instant createdAt) {

    /** The same file, known to be of another kind than its owner claimed. */
    StoredFile as(String found) {
        return new StoredFile(id, name, found, size, sha256, createdAt);
    }
}
