package org.peyvand.record.write;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes change sets back, newest change first and part by part. Each part is a transaction that moves the mark in
 * {@code undo_progress} together with what it writes, so that an undo may be interrupted anywhere and nothing is taken back
 * twice. The writes go through the gate like any other.
 */
final class Undoing {

    private static final int PART = 1000;
    private static final int MOST_TOLD = 100;

    private final DSLContext sql;
    private final Models models;
    private final WriteGate gate;
    private final Rights rights;
    private final CurrentRows rows;
    private final LaterUses laterUses;
    private final TransactionTemplate transactions;
    private final Clock clock = Clock.systemUTC();

    Undoing(DSLContext sql, PlatformTransactionManager manager, Models models, WriteGate gate, Rights rights) {
        this.sql = sql;
        this.models = models;
        this.gate = gate;
        this.rights = rights;
        this.rows = new CurrentRows(sql, rights);
        this.laterUses = new LaterUses(sql);
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What is known of an undo under way. */
    private record Undo(Actor actor, ChangeSet undone, UUID id) {

        /** Whoever made a change may take it back, also where a rule of the program wrote the field for him. */
        boolean byAuthor() {
            return actor.isSystem() || (actor.user() != null && actor.user().equals(undone.by()));
        }
    }

    /** What became of a part. */
    private record Part(boolean more, Map<RecordRef, Collection<Problem>> obstacles) {}

    @Nullable
    UUID whole(Actor actor, UUID changeSet, boolean skipConflicts) {
        return transactions.execute(status -> {
            UUID undo = begin(actor, changeSet);
            while (part(actor, changeSet, undo, skipConflicts, PART)) {
                // each part moves the mark on
            }
            if (find(undo).records() == 0) {
                status.setRollbackOnly();
                return null;
            }
            return undo;
        });
    }

    Map<RecordRef, Collection<Problem>> obstacles(Actor actor, UUID changeSet) {
        Map<RecordRef, Collection<Problem>> obstacles = new LinkedHashMap<>();
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            Undo undo = new Undo(actor, find(changeSet), begin(actor, changeSet));
            Part part;
            do {
                part = write(undo, PART);
                part.obstacles().forEach((ref, problems) -> {
                    if (obstacles.size() < MOST_TOLD) {
                        obstacles.put(ref, problems);
                    }
                });
            } while (part.more() && obstacles.size() < MOST_TOLD);
        });
        return obstacles;
    }

    UUID begin(Actor actor, UUID changeSet) {
        UUID begun = transactions.execute(status -> {
            ChangeSet undone = ChangeSetRows.find(sql, changeSet, true).orElseThrow(Refusal.NotFound::new);
            if (undone.undoneBy() != null) {
                throw new Refusal.Conflict("already-undone");
            }
            UUID undo = ChangeSets.begin(sql, actor, clock.instant(), Batch.Kind.UNDO, undone.label(), changeSet);
            sql.execute("insert into undo_progress (undo, below_seq) values (?, ?)", undo, Long.MAX_VALUE);
            mark(undone, undo);
            return undo;
        });
        return java.util.Objects.requireNonNull(begun);
    }

    /** What an undo took back stands again once the undo itself is taken back, and so on down the chain. */
    private void mark(ChangeSet undone, UUID undo) {
        ChangeSet current = undone;
        UUID undoneBy = undo;
        while (true) {
            sql.execute("update change_set set undone_by = ?::uuid where id = ?", undoneBy, current.id());
            UUID below = current.undoes();
            if (below == null) {
                return;
            }
            undoneBy = undoneBy == null ? current.id() : null;
            current = find(below);
        }
    }

    boolean part(Actor actor, UUID changeSet, UUID undo, boolean skipConflicts, int limit) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Part part = write(new Undo(actor, find(changeSet), undo), limit);
            if (!skipConflicts && !part.obstacles().isEmpty()) {
                throw refusal(part.obstacles());
            }
            return part.more();
        }));
    }

    private Part write(Undo undo, int limit) {
        Long below = (Long) sql.fetchValue("select below_seq from undo_progress where undo = ? for update", undo.id());
        List<Record> changes = below == null
                ? List.of()
                : List.copyOf(sql.fetch(
                        "select seq, record_id, type, act, fields from change where change_set_id = ? and seq < ?"
                                + " order by seq desc limit ?",
                        undo.undone().id(),
                        below,
                        limit));
        boolean more = changes.size() == limit;
        if (more) {
            sql.execute(
                    "update undo_progress set below_seq = ? where undo = ?",
                    changes.getLast().get(0, Long.class),
                    undo.id());
        } else {
            sql.execute("delete from undo_progress where undo = ?", undo.id());
        }
        return new Part(more, reverse(undo, changes));
    }

    private Map<RecordRef, Collection<Problem>> reverse(Undo undo, List<Record> changes) {
        Model model = models.current();
        Collection<Reversal> reversals = reversals(model, changes);
        judge(undo, reversals);
        laterUses.find(
                model,
                undo.undone().id(),
                reversals.stream()
                        .filter(each -> each.created() && each.deletes())
                        .toList());
        Map<RecordRef, Collection<Problem>> obstacles = new LinkedHashMap<>();
        reversals.stream()
                .filter(each -> !each.obstacles().isEmpty())
                .forEach(each -> obstacles.put(each.ref(), each.obstacles()));
        // Deletes first and restores last, so that a unique value is free before it is taken.
        pass(undo, reversals, Reversal::deletes, Undoing::delete, obstacles);
        pass(undo, reversals, Reversal::updates, Undoing::update, obstacles);
        pass(undo, reversals, Reversal::restores, Undoing::restore, obstacles);
        return obstacles;
    }

    private static Collection<Reversal> reversals(Model model, List<Record> changes) {
        Map<UUID, Reversal> reversals = new LinkedHashMap<>();
        for (Record row : changes) {
            RecordType type = model.find(row.get(2, String.class)).orElse(null);
            if (type != null) {
                UUID id = row.get(1, UUID.class);
                String fields = row.get(4, String.class);
                reversals
                        .computeIfAbsent(id, none -> new Reversal(new RecordRef(type.plural(), id), type))
                        .add(
                                Pending.Act.valueOf(row.get(3, String.class).toUpperCase(java.util.Locale.ROOT)),
                                fields == null ? null : ChangeJson.MAPPER.readTree(fields));
            }
        }
        return reversals.values();
    }

    private void judge(Undo undo, Collection<Reversal> reversals) {
        reversals.stream().collect(Collectors.groupingBy(Reversal::type)).forEach((type, ofType) -> {
            UUID[] ids = ofType.stream().map(each -> each.ref().id()).toArray(UUID[]::new);
            Set<String> named =
                    ofType.stream().flatMap(each -> each.fields().stream()).collect(Collectors.toSet());
            Map<UUID, CurrentRow> standing = rows.lock(undo.actor(), type, ids, named, version -> {});
            for (Reversal reversal : ofType) {
                CurrentRow row = standing.get(reversal.ref().id());
                if (row != null) {
                    reversal.judge(row);
                    forbidden(undo, reversal);
                    vouch(undo, reversal, row);
                }
            }
        });
    }

    private void forbidden(Undo undo, Reversal reversal) {
        for (String name : undo.byAuthor() ? Set.<String>of() : reversal.draft().fields()) {
            Field<?> field = reversal.type().field(name);
            FieldAccess access = rights.access(undo.actor(), reversal.type(), field);
            boolean kept = access == FieldAccess.READ_ONLY && field.is(Field.Flag.READ_ONLY);
            if (access != FieldAccess.WRITABLE && !kept) {
                reversal.obstacle(Problem.of("", "not-allowed"));
            }
        }
    }

    private void vouch(Undo undo, Reversal reversal, CurrentRow row) {
        if (undo.byAuthor()
                && rights.vouched(
                        undo.actor(), reversal.type(), reversal.draft().fields(), row.values())) {
            reversal.vouch();
        }
    }

    private void pass(
            Undo undo,
            Collection<Reversal> reversals,
            Predicate<Reversal> chosen,
            Function<Reversal, Write> toWrite,
            Map<RecordRef, Collection<Problem>> obstacles) {
        List<Reversal> part = reversals.stream().filter(chosen).toList();
        if (part.isEmpty()) {
            return;
        }
        List<Write> writes = part.stream().map(toWrite).toList();
        Batch batch = Batch.of(writes)
                .as(Batch.Kind.UNDO, undo.undone().label())
                .tolerant()
                .continuing(undo.id())
                .quietly();
        boolean vouched = part.stream().allMatch(Reversal::vouched);
        List<Outcome> outcomes =
                gate.write(undo.actor(), vouched ? batch.asVouched() : batch).outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            Refusal refusal = outcomes.get(i).refusal();
            if (refusal != null) {
                obstacles.put(part.get(i).ref(), Refusals.problems(refusal));
            }
        }
    }

    private static Write delete(Reversal reversal) {
        return new Write.Delete(reversal.type(), reversal.ref().id(), null);
    }

    private static Write restore(Reversal reversal) {
        return new Write.Restore(reversal.type(), reversal.ref().id());
    }

    private static Write update(Reversal reversal) {
        return new Write.Update(reversal.type(), reversal.ref().id(), null, reversal.draft());
    }

    private static Refusal refusal(Map<RecordRef, Collection<Problem>> obstacles) {
        List<Problem> problems = new ArrayList<>();
        obstacles.forEach((ref, reasons) -> reasons.forEach(reason -> {
            String path = "/" + ref.type() + "/" + ref.id();
            problems.add(new Problem(
                    reason.field().isEmpty() ? path : path + "/" + reason.field(), reason.code(), reason.arguments()));
        }));
        boolean forbidden = problems.stream()
                .anyMatch(each -> Set.of("not-allowed", "guarded", "not-found").contains(each.code()));
        return forbidden
                ? new Refusal.Forbidden("not-allowed")
                : new Refusal.Conflict(problems.stream().limit(MOST_TOLD).toList(), "undo-conflict");
    }

    private ChangeSet find(UUID changeSet) {
        return ChangeSetRows.find(sql, changeSet, false).orElseThrow(Refusal.NotFound::new);
    }
}
