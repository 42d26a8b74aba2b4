package org.peyvand.database.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A count and a checksum of rows that do not depend on their order: the sum, modulo 2^64, of the first eight bytes of each
 * row's SHA-256.
 */
final class RowDigest {

    private final MessageDigest sha = sha256();
    private long rows;
    private long sum;

    void add(byte[] row) {
        rows++;
        sum += ByteBuffer.wrap(sha.digest(row)).getLong();
    }

    long rows() {
        return rows;
    }

    String checksum() {
        return HexFormat.of().toHexDigits(sum);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
