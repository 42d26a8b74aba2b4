package org.peyvand.sales;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An opportunity stands at a stage, its pipeline is that of the stage, and coming to a stage has consequences. */
@Component
@Order(10)
final class OpportunityStages implements RecordRule {

    private final Supplier<StageBook> stages;
    private final Clock clock;

    @Autowired
    OpportunityStages(Pipelines pipelines, Clock clock) {
        this(pipelines::book, clock);
    }

    OpportunityStages(Supplier<StageBook> stages, Clock clock) {
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public RecordType type() {
        return Opportunity.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        List<Pending> moved = context.pending().stream()
                .filter(Pending::saves)
                .filter(OpportunityStages::concernsStages)
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        StageBook book = stages.get();
        for (Pending pending : moved) {
            settle(pending, book).ifPresent(stage -> arrive(pending, stage, context));
        }
    }

    private static boolean concernsStages(Pending pending) {
        return pending.act() == Pending.Act.CREATE
                || pending.changes(Opportunity.STAGE)
                || pending.changes(Opportunity.PIPELINE);
    }

    /** Makes stage and pipeline agree; empty when they cannot. An unknown stage is refused as a broken reference elsewhere. */
    private static Optional<StoredRecord> settle(Pending pending, StageBook book) {
        UUID pipeline = pending.after(Opportunity.PIPELINE);
        if (pending.after(Opportunity.STAGE) == null && pending.act() == Pending.Act.UPDATE) {
            pending.refuse(Problem.of(Opportunity.STAGE.name(), "stage-required"));
            return Optional.empty();
        }
        boolean startsOver = pending.after(Opportunity.STAGE) == null
                || (pipeline != null && pending.changes(Opportunity.PIPELINE) && !pending.changes(Opportunity.STAGE));
        Optional<StoredRecord> stage = startsOver ? book.start(pipeline) : book.stage(pending.after(Opportunity.STAGE));
        if (stage.isEmpty() && startsOver) {
            pending.refuse(Problem.of(Opportunity.STAGE.name(), "no-stage"));
        }
        stage.ifPresent(found -> agree(pending, found));
        return stage;
    }

    private static void agree(Pending pending, StoredRecord stage) {
        UUID own = stage.get(Stage.PIPELINE);
        UUID named = pending.after(Opportunity.PIPELINE);
        if (pending.changes(Opportunity.PIPELINE) && named != null && !named.equals(own)) {
            pending.refuse(Problem.of(Opportunity.STAGE.name(), "stage-of-another-pipeline"));
        }
        pending.derive(Opportunity.STAGE, stage.id());
        pending.derive(Opportunity.PIPELINE, own);
    }

    private void arrive(Pending pending, StoredRecord stage, RuleContext context) {
        if (context.kind() != Batch.Kind.UNDO && pending.changes(Opportunity.STAGE)) {
            new StageArrival(pending, stage, context, clock).settle();
        }
    }
}
