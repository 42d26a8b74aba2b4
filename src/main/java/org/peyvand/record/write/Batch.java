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
 * @param privileged whether the module that owns the types writes itself, see {@link #internal()}
 * @param quiet whether nobody is told of it, see {@link #quietly()}
 * @param vouched whether the module has asked itself what the actor may change, see {@link #asVouched()}
 */
public record Batch(
        List<Write> writes,
        Kind kind,
        String label,
        boolean atomic,
        @Nullable UUID changeSet,
        boolean privileged,
        boolean quiet,
        boolean vouched) {

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
        return new Batch(List.of(write), Kind.EDIT, "", true, null, false, false, false);
    }

    public static Batch of(List<? extends Write> writes) {
        return new Batch(List.copyOf(writes), Kind.EDIT, "", true, null, false, false, false);
    }

    public Batch as(Kind other, String otherLabel) {
        return new Batch(writes, other, otherLabel, atomic, changeSet, privileged, quiet, vouched);
    }

    /** Lets sound writes through when others are refused. */
    public Batch tolerant() {
        return new Batch(writes, kind, label, false, changeSet, privileged, quiet, vouched);
    }

    public Batch continuing(UUID existing) {
        return new Batch(writes, kind, label, atomic, existing, privileged, quiet, vouched);
    }

    /**
     * Marks writes that a module makes to its own types by its own calls, never by a generic door: guarded types, read-only
     * fields and, in a create, the stamps ({@code createdAt}, {@code createdBy}, {@code updatedAt}, {@code updatedBy}) are
     * open to it, and the roles' field rules do not apply. What the actor may reach still decides.
     */
    public Batch internal() {
        return new Batch(writes, kind, label, atomic, changeSet, true, quiet, vouched);
    }

    /** Tells nobody: for imports of what others already know. Undo and demo data are quiet by their kind. */
    public Batch quietly() {
        return new Batch(writes, kind, label, atomic, changeSet, privileged, true, vouched);
    }

    /**
     * Changes records that the actor's roles do not let them change, or not even see, by a call of the module that has made
     * sure that they may change this much, such as their answer to an invitation or the way they read.
     */
    public Batch asVouched() {
        return new Batch(writes, kind, label, atomic, changeSet, privileged, quiet, true);
    }

    /** One of the writes, as a further part of the same act. */
    Batch alone(Write write, @Nullable UUID set) {
        return new Batch(List.of(write), kind, label, false, set, privileged, quiet, vouched);
    }

    boolean isQuiet() {
        return quiet || kind == Kind.UNDO || kind == Kind.DEMO;
    }
}
