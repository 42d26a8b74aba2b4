package org.peyvand.record.write;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.query.Page;

/** The history of records, and its reversal. */
public interface ChangeLog {

    /** What happened to a record that the actor may see, newest first; hidden fields are left out. */
    Page<Change> history(Actor actor, RecordType type, UUID id, int limit, @Nullable String after);

    /** A change set, if the actor made it or may see at least one of its records. */
    Optional<ChangeSet> find(Actor actor, UUID changeSet);

    /** The latest change sets of the actor himself, newest first: what he may want to undo. */
    Page<ChangeSet> latest(Actor actor, int limit, @Nullable String after);

    /**
     * Takes a change set back: values, relations, tags and the bin as they were. Needs the rights to each record, and is a
     * change set itself. Up to {@code mostAtOnce} records it happens at once; larger ones are left to
     * {@link #undoPart}.
     *
     * @param skipConflicts whether records changed since are left alone instead of refusing the whole
     * @return the undo's change set, or null when nothing was left to take back
     * @throws org.peyvand.record.Refusal.Conflict when something changed since and conflicts are not skipped; its
     *     problems name their fields as {@code /type/id/field}. Also ({@code already-undone}) when it was taken back before
     */
    @Nullable
    UUID undo(Actor actor, UUID changeSet, boolean skipConflicts);

    /**
     * Checks, without changing anything, what stands against an undo.
     *
     * @return the reasons by record, at most 100 records; a reason names the field it is about, or none
     */
    Map<RecordRef, Collection<Problem>> obstacles(Actor actor, UUID changeSet);

    /**
     * Takes back the next part (at most {@code limit} records) of a large change set, in one transaction, newest change
     * first; called again and again by a job until it answers false. What was done is not done again.
     *
     * @param undo the change set that collects the undo, made by {@link #beginUndo}
     */
    boolean undoPart(Actor actor, UUID changeSet, UUID undo, boolean skipConflicts, int limit);

    /** Marks a large change set as being taken back and makes the change set that will collect it. */
    UUID beginUndo(Actor actor, UUID changeSet);
}
