package org.peyvand.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RuleContext;

/**
 * What follows when an opportunity comes to a stage: it takes the stage's probability and forecast category unless the
 * writer says otherwise, and is won, lost or open again. History that is brought in closed on its close date.
 */
record StageArrival(Pending pending, StoredRecord stage, RuleContext context, Clock clock) {

    void settle() {
        take(Opportunity.PROBABILITY, stage.get(Stage.PROBABILITY));
        take(Opportunity.FORECAST_CATEGORY, stage.get(Stage.FORECAST_CATEGORY));
        String kind = stage.get(Stage.KIND);
        boolean won = Stage.WON.equals(kind);
        boolean lost = Stage.LOST.equals(kind);
        Instant at = arrivedAt(won || lost);
        take(Opportunity.STAGE_CHANGED_AT, at);
        pending.derive(Opportunity.WON_AT, won ? at : null);
        pending.derive(Opportunity.LOST_AT, lost ? at : null);
        if (lost) {
            needsReason();
        } else if (!pending.names(Opportunity.LOST_REASON)) {
            pending.derive(Opportunity.LOST_REASON, null);
        }
        if ((won || lost) && pending.after(Opportunity.CLOSE_DATE) == null) {
            pending.derive(Opportunity.CLOSE_DATE, context.actor().today(clock));
        }
    }

    private <T> void take(Field<T> field, @Nullable T ofStage) {
        if (ofStage != null && !pending.names(field)) {
            pending.derive(field, ofStage);
        }
    }

    private void needsReason() {
        if (context.kind().meetsEntryRequirements() && pending.after(Opportunity.LOST_REASON) == null) {
            pending.refuse(Problem.of(Opportunity.LOST_REASON.name(), "lost-reason-missing"));
        }
    }

    private Instant arrivedAt(boolean closed) {
        Instant now = clock.instant();
        LocalDate closeDate = pending.after(Opportunity.CLOSE_DATE);
        if (context.kind().meetsEntryRequirements() || !closed || closeDate == null) {
            return now;
        }
        Instant noon = closeDate.atTime(12, 0).atZone(context.actor().zone()).toInstant();
        return noon.isBefore(now) ? noon : now;
    }

    /** Whether a share can be one: nothing below 0 and nothing above 100. */
    static boolean isProbability(@Nullable BigDecimal value) {
        return value == null || (value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0);
    }
}
