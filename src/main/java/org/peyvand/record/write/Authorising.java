package org.peyvand.record.write;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Outcome.Result;
import org.peyvand.record.write.Pending.Act;

/**
 * Decides whether the actor may write a record, first as it stands and, once owner and team are known, as it will be. What is
 * out of sight is absent; what is seen but out of reach is forbidden.
 */
final class Authorising {

    private static final String NOT_ALLOWED = "not-allowed";

    private final Rights rights;

    Authorising(Rights rights) {
        this.rights = rights;
    }

    /** Refuses records out of reach and fields that are not the actor's to write; settles what is already so. */
    void standing(WriteRun run) {
        for (PendingWrite write : run.writes()) {
            if (write.type().is(RecordType.Flag.GUARDED) && !run.batch().privileged()) {
                write.refuse(new Refusal.Forbidden("guarded"));
            } else {
                switch (write.act()) {
                    case CREATE -> create(run, write);
                    case UPDATE -> update(run, write);
                    case DELETE -> bin(write, true, Result.UNCHANGED);
                    case RESTORE -> bin(write, false, Result.UNCHANGED);
                }
                fields(run, write);
            }
        }
    }

    /** Refuses records that would be, or be put, where the actor may not write. */
    void resulting(WriteRun run) {
        for (PendingWrite write : run.alive()) {
            boolean moves = write.changes(SystemFields.OWNER) || write.changes(SystemFields.TEAM);
            boolean isShownToOthers =
                    write.type().audienceField().filter(write::changes).isPresent();
            if (write.act() == Act.CREATE && !covers(run, write, Operation.CREATE, true)) {
                write.refuse(new Refusal.Forbidden(NOT_ALLOWED));
            } else if (write.act() == Act.UPDATE
                    && (isShownToOthers || (moves && covers(run, write, Operation.UPDATE, false)))
                    && !covers(run, write, Operation.UPDATE, true)) {
                write.refuse(new Refusal.Forbidden(NOT_ALLOWED));
            }
        }
    }

    private void create(WriteRun run, PendingWrite write) {
        CurrentRow existing = write.current();
        if (existing != null) {
            if (existing.readable() && !existing.deleted() && !write.contradicts(existing)) {
                write.settle(Result.UNCHANGED);
            } else {
                write.refuse(new Refusal.Conflict("id-taken"));
            }
        } else if (rights.reach(run.actor(), write.type(), Operation.CREATE) instanceof Reach.None) {
            write.refuse(new Refusal.Forbidden(NOT_ALLOWED));
        }
    }

    private static void update(WriteRun run, PendingWrite write) {
        CurrentRow row = write.current();
        boolean vouched = run.batch().vouched();
        if (row == null || !(row.readable() || vouched)) {
            write.refuse(new Refusal.NotFound());
        } else if (!(row.updatable() || vouched)) {
            write.refuse(new Refusal.Forbidden(NOT_ALLOWED));
        } else if (row.deleted() && !write.exact()) {
            write.refuse(new Refusal.Conflict("deleted"));
        }
    }

    private static void bin(PendingWrite write, boolean deleted, Result already) {
        CurrentRow row = write.current();
        if (row == null || !row.readable()) {
            write.refuse(new Refusal.NotFound());
        } else if (!row.deletable()) {
            write.refuse(new Refusal.Forbidden(NOT_ALLOWED));
        } else if (row.deleted() == deleted) {
            write.settle(already);
        }
    }

    private void fields(WriteRun run, PendingWrite write) {
        for (String name : write.draft().keySet()) {
            Field<?> field = write.type().find(name).orElse(null);
            String problem = field == null ? "unknown-field" : problem(run, write, field);
            if (problem != null) {
                write.refuse(Problem.of(name, problem, name));
            }
        }
    }

    private @Nullable String problem(WriteRun run, PendingWrite write, Field<?> field) {
        if (run.batch().privileged() || write.exact()) {
            return FieldValues.isStamp(field) && write.act() != Act.CREATE ? "read-only" : null;
        }
        return switch (rights.access(run.actor(), write.type(), field)) {
            case HIDDEN -> "unknown-field";
            case READ_ONLY -> "read-only";
            case WRITABLE -> field.is(Field.Flag.READ_ONLY) || field.is(Field.Flag.COMPUTED) ? "read-only" : null;
        };
    }

    /** Whether the record, before or after, is within reach by its owner or team; a share reaches it wherever it goes. */
    private boolean covers(WriteRun run, PendingWrite write, Operation operation, boolean after) {
        Object shownTo = write.type()
                .audienceField()
                .map(field -> after ? write.valueAfter(field) : write.valueBefore(field))
                .orElse(null);
        return Rights.covers(
                rights.reach(run.actor(), write.type(), operation),
                write.type(),
                after ? write.after(SystemFields.OWNER) : write.before(SystemFields.OWNER),
                after ? write.after(SystemFields.TEAM) : write.before(SystemFields.TEAM),
                (String) shownTo);
    }
}
