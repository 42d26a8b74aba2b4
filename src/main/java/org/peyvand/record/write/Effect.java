package org.peyvand.record.write;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Outcome.Result;
import org.peyvand.record.write.Pending.Act;

/**
 * What a write comes to.
 *
 * @param changed the fields whose stored values change
 * @param json what the log keeps of it, null for nothing
 * @param logged whether it is a change of the record, which raises its version, and not merely of what is computed
 */
record Effect(
        PendingWrite write,
        List<Field<?>> changed,
        @Nullable String json,
        boolean logged,
        java.time.Instant at,
        @Nullable UUID by) {

    static Effect of(WriteRun run, PendingWrite write) {
        List<Field<?>> changed = write.changed();
        List<Field<?>> represented =
                changed.stream().filter(FieldValues::isRepresented).toList();
        String json = write.act() == Act.CREATE ? null : ChangeJson.of(write, represented);
        boolean logged = write.act() != Act.UPDATE || json != null;
        return new Effect(write, changed, json, logged, run.at(), run.actor().user());
    }

    boolean creates() {
        return write.act() == Act.CREATE;
    }

    boolean nothing() {
        return !logged && changed.isEmpty();
    }

    int version() {
        CurrentRow current = write.current();
        return current == null || creates() ? 1 : current.version() + (logged ? 1 : 0);
    }

    @Nullable
    String updatedAt() {
        return Cells.text(logged ? at : write.before(SystemFields.UPDATED_AT));
    }

    @Nullable
    String updatedBy() {
        return Cells.text(logged ? by : write.before(SystemFields.UPDATED_BY));
    }

    @Nullable
    String deletedAt() {
        return switch (write.act()) {
            case DELETE -> Cells.text(at);
            case CREATE, RESTORE -> null;
            case UPDATE -> {
                CurrentRow current = write.current();
                yield current == null ? null : Cells.text(current.deletedAt());
            }
        };
    }

    /** What the writer is told, once the batch is stored. */
    static Outcome outcome(PendingWrite write) {
        if (write.refused()) {
            return new Outcome(write.act() == Act.CREATE ? null : write.id(), 0, Result.REFUSED, write.refusal());
        }
        Effect stored = write.effect();
        CurrentRow current = write.current();
        if (stored == null || !stored.logged()) {
            return new Outcome(write.id(), current == null ? 0 : current.version(), Result.UNCHANGED, null);
        }
        Result result = switch (write.act()) {
            case CREATE -> Result.CREATED;
            case UPDATE -> Result.UPDATED;
            case DELETE -> Result.DELETED;
            case RESTORE -> Result.RESTORED;
        };
        return new Outcome(write.id(), stored.version(), result, null);
    }
}
