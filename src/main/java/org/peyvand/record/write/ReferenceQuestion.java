package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.sql.RecordTable;
import org.peyvand.record.write.Pending.Act;

/**
 * Whether the records of one type that a batch newly refers to exist, live, and are seen by the actor. Records that the same
 * batch creates count, as do the actor and the team he works in.
 */
final class ReferenceQuestion implements Checking.Question {

    private static final String WITHIN = "within";

    private final WriteRun run;
    private final RecordType target;
    private final Operation operation;
    private final Rights rights;
    private final Map<UUID, List<Use>> uses = new HashMap<>();

    private ReferenceQuestion(WriteRun run, RecordType target, Operation operation, Rights rights) {
        this.run = run;
        this.target = target;
        this.operation = operation;
        this.rights = rights;
    }

    private record Use(PendingWrite write, Field<?> field) {

        /** Who puts a record to another changes the other. */
        boolean belongs() {
            return write.type()
                    .belongsToField()
                    .filter(each -> each.name().equals(field.name()))
                    .isPresent();
        }

        void refuse() {
            write.refuse(Problem.of(field.name(), "no-such-record"));
        }
    }

    static List<ReferenceQuestion> of(WriteRun run, Rights rights) {
        Map<String, ReferenceQuestion> byTarget = new LinkedHashMap<>();
        Set<UUID> known = known(run);
        for (PendingWrite write : run.alive()) {
            if (write.act() != Act.CREATE && write.act() != Act.UPDATE) {
                continue;
            }
            for (Field<?> field : write.type().fields()) {
                RecordRef ref = reference(write, field);
                if (ref != null && !known.contains(ref.id()) && write.changes(field)) {
                    ask(run, rights, byTarget, ref, new Use(write, field));
                }
            }
        }
        return new ArrayList<>(byTarget.values());
    }

    private static void ask(
            WriteRun run, Rights rights, Map<String, ReferenceQuestion> byTarget, RecordRef ref, Use use) {
        RecordType target = run.model().find(ref.type()).orElse(null);
        if (target != null) {
            Operation operation = use.belongs() ? Operation.UPDATE : Operation.READ;
            byTarget.computeIfAbsent(
                            operation + " " + ref.type(), none -> new ReferenceQuestion(run, target, operation, rights))
                    .uses
                    .computeIfAbsent(ref.id(), none -> new ArrayList<>())
                    .add(use);
        } else if (use.field().type() instanceof AnyReferenceType) {
            use.refuse();
        }
    }

    private static Set<UUID> known(WriteRun run) {
        Set<UUID> known = new HashSet<>();
        if (run.actor().user() != null) {
            known.add(run.actor().user());
        }
        known.addAll(run.actor().teams());
        run.writes().stream()
                .filter(write -> write.act() == Act.CREATE && write.alive())
                .forEach(write -> known.add(write.id()));
        return known;
    }

    private static @Nullable RecordRef reference(PendingWrite write, Field<?> field) {
        if (FieldValues.isStamp(field)) {
            return null;
        }
        return switch (field.type()) {
            case ReferenceType reference
            when write.valueAfter(field) instanceof UUID id -> new RecordRef(reference.target(), id);
            case AnyReferenceType any when write.valueAfter(field) instanceof RecordRef ref -> ref;
            default -> null;
        };
    }

    @Override
    public String about() {
        return (operation == Operation.UPDATE ? "into " : "to ") + target.plural();
    }

    /** The records that are seen, marked where what is asked for may be done. */
    @Override
    public Select<Record3<String, String, UUID>> select() {
        RecordTable table = RecordTable.of(target, "t");
        org.jooq.Field<String> marked = operation == Operation.READ
                ? DSL.inline(WITHIN)
                : DSL.when(within(table, operation), DSL.inline(WITHIN));
        return DSL.select(DSL.inline(about()), marked, table.id())
                .from(table.table())
                .where(table.id().eq(DSL.any(uses.keySet().toArray(UUID[]::new))))
                .and(table.deletedAt().isNull())
                .and(
                        operation == Operation.READ
                                ? within(table, operation)
                                : within(table, Operation.READ).or(within(table, operation)));
    }

    private Condition within(RecordTable table, Operation what) {
        return table.within(rights.reach(run.actor(), target, what), what);
    }

    @Override
    public void answer(List<Record3<String, String, UUID>> rows) {
        Map<UUID, Boolean> there = new HashMap<>();
        rows.forEach(row -> there.put(row.value3(), WITHIN.equals(row.value2())));
        uses.forEach((id, users) -> {
            Boolean within = there.get(id);
            if (within == null) {
                users.forEach(Use::refuse);
            } else if (!within) {
                users.forEach(use -> use.write().refuse(new Refusal.Forbidden("not-allowed")));
            }
        });
    }
}
