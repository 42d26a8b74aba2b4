package org.peyvand.record.write;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Visibility;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The write path. An attempt is one transaction, or one savepoint of the caller's, and begins again when the overlay moved,
 * when it lost a race for a unique value, or when the database broke a deadlock.
 *
 * <p>A change set that continues over several batches raises the version of a record once per batch in which it occurs.
 */
final class DatabaseWriteGate implements WriteGate {

    private final DSLContext sql;
    private final Models models;
    private final Clock clock;
    private final Attempts attempts;
    private final CurrentRows rows;
    private final Authorising authorising;
    private final Normalising normalising;
    private final StaleEdits staleEdits;
    private final Rules rules;
    private final FieldRuling ruling;
    private final Checking checking;
    private final Storing storing;
    private final Supplier<List<AfterWrite>> listeners;

    DatabaseWriteGate(
            DSLContext sql,
            PlatformTransactionManager transactions,
            Models models,
            Visibility visibility,
            Extensions extensions) {
        this.sql = sql;
        this.models = models;
        this.clock = Clock.systemUTC();
        this.attempts = new Attempts(sql, transactions, models);
        Rights rights = new Rights(visibility);
        this.rows = new CurrentRows(sql, rights);
        this.authorising = new Authorising(rights);
        this.normalising = new Normalising(sql);
        this.staleEdits = new StaleEdits(sql, rights);
        this.rules = new Rules(sql, extensions.rules());
        this.ruling = new FieldRuling(sql, models, visibility);
        this.checking = new Checking(sql, rights);
        this.storing = new Storing(sql);
        this.listeners = extensions.listeners();
    }

    @Override
    public <T> T write(Actor actor, Batch batch, Function<Written, T> answer) {
        return batch.writes().isEmpty()
                ? answer.apply(new Written(null, List.of()))
                : attempts.of(batch, part -> attempt(actor, part), answer);
    }

    private Written attempt(Actor actor, Batch batch) {
        WriteRun run = new WriteRun(actor, batch, models.current(), now());
        rows.lock(run);
        authorising.standing(run);
        normalising.apply(run);
        authorising.resulting(run);
        staleEdits.refuse(run);
        rules.apply(run);
        ruling.apply(run);
        checking.apply(run);
        if (batch.atomic()) {
            Refusals.raise(run);
        }
        UUID changeSet = storing.store(run);
        tell(run, changeSet);
        follow(run, changeSet);
        return new Written(changeSet, run.writes().stream().map(Effect::outcome).toList());
    }

    private void tell(WriteRun run, @Nullable UUID changeSet) {
        if (changeSet != null) {
            StoredBatch stored = StoredBatch.of(run, changeSet);
            listeners.get().forEach(each -> each.stored(stored));
        }
    }

    /** What rules asked for becomes a further part of the same change set. */
    private void follow(WriteRun run, @Nullable UUID changeSet) {
        if (changeSet != null) {
            follow(run, changeSet, Batch.of(run.followUps(false)));
            follow(run, changeSet, Batch.of(run.followUps(true)).internal().asVouched());
        }
    }

    private void follow(WriteRun run, UUID changeSet, Batch followUps) {
        if (!followUps.writes().isEmpty()) {
            Batch more = followUps
                    .as(run.batch().kind(), run.batch().label())
                    .tolerant()
                    .continuing(changeSet);
            Batch told = run.batch().quiet() ? more.quietly() : more;
            attempts.of(told, part -> attempt(run.actor(), part), written -> written);
        }
    }

    @Override
    public UUID begin(Actor actor, Batch.Kind kind, String label) {
        return ChangeSets.begin(sql, actor, now(), kind, label, null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What other modules add to the path.
     *
     * @param rules in their order
     * @param listeners asked for when something is stored, since they may need the gate themselves
     */
    record Extensions(List<RecordRule> rules, Supplier<List<AfterWrite>> listeners) {

        static Extensions of(RecordRule... rules) {
            return new Extensions(List.of(rules), List::of);
        }
    }
}
