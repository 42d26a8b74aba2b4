package org.peyvand.file;

import java.time.Instant;
import java.util.UUID;
import org.peyvand.record.RecordRef;

/**
 * A file on a record.
 *
 * @param id of the attachment
 * @param file the stored file
 * @param mediaType what its content was found to be
 * @param size in bytes
 * @param sha256 in hexadecimal; names the content
 * @param regarding the record it is attached to
 */
public record AttachedFile(
        UUID id,
        int version,
        UUID file,
        String name,
        String mediaType,
        long size,
        String sha256,
        RecordRef regarding,
        Instant createdAt) {

    /** Whether a browser may show it itself: pictures and documents that can run nothing. */
    public boolean isShown() {
        return MediaKind.isShown(mediaType);
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/") && isShown();
    }
}
