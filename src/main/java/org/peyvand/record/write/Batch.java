package org.peyvand.record.write;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes that belong together and become one change set, or a further part of one.
 *
 * @param writes in the order of their outcomes; a record occurs at most once
 * @param kind what sort of act it is
 * @param label what the act is called in the history ("import of accounts.csv"), or empty
 * @param atomic whether one refused write refuses all; otherwise the others go through
 * @param changeSet the change set to continue, or null to begin one
 */
public record Batch(
        List<Write> writes,
        Kind kind,
        String label,
        boolean atomic,
        @Nullable UUID changeSet) {

    /** Sorts of acts. History imports, undo and demo data skip entry requirements; the API shows the key as {@code kind}. */
    public enum Kind {
        EDIT,
        BULK,
        IMPORT,
        UNDO,
        CONVERT,
        MERGE,
        AUTOMATION,
        DEMO;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether rules about how a record gets somewhere apply, or only those about what must always hold. */
        public boolean meetsEntryRequirements() {
            return this != IMPORT && this != UNDO && this != DEMO;
        }
    }

    public static Batch of(Write write) {
        return new Batch(List.of(write), Kind.EDIT, "", true, null);
    }

    public static Batch of(List<? extends Write> writes) {
        return new Batch(List.copyOf(writes), Kind.EDIT, "", true, null);
    }

    public Batch as(Kind other, String otherLabel) {
        return new Batch(writes, other, otherLabel, atomic, changeSet);
    }

    /** Lets sound writes through when others are refused. */
    public Batch tolerant() {
        return new Batch(writes, kind, label, false, changeSet);
    }

    public Batch continuing(UUID existing) {
        return new Batch(writes, kind, label, atomic, existing);
    }
}
