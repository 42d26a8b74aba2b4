package org.peyvand.file;

import java.time.Instant;
import java.util.UUID;

/**
 * A file as it is kept.
 *
 * @param name as its owner called it
 * @param mediaType as its owner claimed it to be; never trusted when it is shown
 * @param size in bytes
 */
public record StoredFile(UUID id, String name, String mediaType, long size, Instant createdAt) {}
