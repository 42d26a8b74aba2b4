package org.peyvand.database.backup;

import java.util.List;

/**
 * What a backup holds.
 *
 * @param format of the file
 * @param at when it was taken, as an ISO instant
 * @param migration the version of the last migration
 */
record Manifest(int format, String at, String migration, Structure structure, List<Copied> tables) {

    static final int FORMAT = 1;

    long rows() {
        return tables.stream().mapToLong(Copied::rows).sum();
    }

    /** One table's rows in the entry {@code tables/<name>}. */
    record Copied(String table, List<String> columns, long rows, String checksum) {}
}
