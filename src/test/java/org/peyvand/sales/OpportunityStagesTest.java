package org.peyvand.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Batch;
import org.peyvand.testing.TestContext;
import org.peyvand.testing.TestPending;

class OpportunityStagesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");

    private final TestStages stages = new TestStages();
    private final OpportunityStages rule = new OpportunityStages(stages::book, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void startsAtTheFirstStageOfTheDefaultPipeline() {
        var deal = TestPending.create();

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.STAGE)).isEqualTo(stages.start.id());
        assertThat(deal.after(Opportunity.PIPELINE)).isEqualTo(stages.trade.id());
        assertThat(deal.after(Opportunity.PROBABILITY)).isEqualByComparingTo("10");
        assertThat(deal.after(Opportunity.FORECAST_CATEGORY)).isEqualTo("pipeline");
    }

    @Test
    void startsAtTheFirstStageOfTheNamedPipeline() {
        var deal = TestPending.create().writing(Opportunity.PIPELINE, stages.projects.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.STAGE)).isEqualTo(stages.projectStart.id());
    }

    @Test
    void followsTheStageIntoItsPipeline() {
        var deal = standingAt(stages.offer).writing(Opportunity.STAGE, stages.projectStart.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.PIPELINE)).isEqualTo(stages.projects.id());
    }

    @Test
    void refusesAStageOfAnotherPipelineThanTheNamedOne() {
        var deal = TestPending.create()
                .writing(Opportunity.PIPELINE, stages.projects.id())
                .writing(Opportunity.STAGE, stages.offer.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.problems()).containsExactly("stage: stage-of-another-pipeline");
    }

    @Test
    void keepsAProbabilityThatTheWriterNames() {
        var deal = standingAt(stages.start)
                .writing(Opportunity.STAGE, stages.offer.id())
                .writing(Opportunity.PROBABILITY, BigDecimal.valueOf(65));

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.PROBABILITY)).isEqualByComparingTo("65");
        assertThat(deal.after(Opportunity.FORECAST_CATEGORY)).isEqualTo("bestCase");
    }

    @Test
    void isWonNowAndClosesOnTheWritersToday() {
        var deal = standingAt(stages.offer).writing(Opportunity.STAGE, stages.won.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.WON_AT)).isEqualTo(NOW);
        assertThat(deal.after(Opportunity.CLOSE_DATE)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(deal.after(Opportunity.PROBABILITY)).isEqualByComparingTo("100");
    }

    @Test
    void keepsTheCloseDateThatStands() {
        var deal = standingAt(stages.offer)
                .standing(Opportunity.CLOSE_DATE, LocalDate.of(2026, 10, 1))
                .writing(Opportunity.STAGE, stages.won.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.CLOSE_DATE)).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void isNotLostWithoutAReason() {
        var deal = standingAt(stages.offer).writing(Opportunity.STAGE, stages.lost.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.problems()).containsExactly("lostReason: lost-reason-missing");
    }

    @Test
    void bringsInOldLossesWithoutAReasonOnTheirCloseDate() {
        var deal = TestPending.create()
                .writing(Opportunity.STAGE, stages.lost.id())
                .writing(Opportunity.CLOSE_DATE, LocalDate.of(2025, 3, 1));

        rule.apply(TestContext.of(deal).as(Batch.Kind.IMPORT));

        assertThat(deal.problems()).isEmpty();
        assertThat(deal.after(Opportunity.LOST_AT)).isEqualTo(Instant.parse("2025-03-01T08:30:00Z"));
    }

    @Test
    void forgetsTheLossWhenItIsOpenAgain() {
        var deal = standingAt(stages.lost)
                .standing(Opportunity.LOST_AT, NOW)
                .standing(Opportunity.LOST_REASON, "price")
                .writing(Opportunity.STAGE, stages.offer.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.LOST_AT)).isNull();
        assertThat(deal.after(Opportunity.LOST_REASON)).isNull();
    }

    @Test
    void startsOverWhenOnlyThePipelineChanges() {
        var deal = standingAt(stages.offer).writing(Opportunity.PIPELINE, stages.projects.id());

        rule.apply(TestContext.of(deal));

        assertThat(deal.after(Opportunity.STAGE)).isEqualTo(stages.projectStart.id());
        assertThat(deal.problems()).isEmpty();
    }

    @Test
    void cannotLeaveAllStages() {
        var deal = standingAt(stages.offer).writing(Opportunity.STAGE, null);

        rule.apply(TestContext.of(deal));

        assertThat(deal.problems()).containsExactly("stage: stage-required");
    }

    @Test
    void takesNothingFromTheStageWhenUndone() {
        var deal = standingAt(stages.won)
                .standing(Opportunity.WON_AT, NOW)
                .writing(Opportunity.STAGE, stages.offer.id())
                .writing(Opportunity.PROBABILITY, BigDecimal.valueOf(33))
                .writing(Opportunity.WON_AT, null);

        rule.apply(TestContext.of(deal).as(Batch.Kind.UNDO));

        assertThat(deal.after(Opportunity.PROBABILITY)).isEqualByComparingTo("33");
        assertThat(deal.after(Opportunity.FORECAST_CATEGORY)).isNull();
    }

    @Test
    void saysThatThereIsNoStageYet() {
        var deal = TestPending.create();
        var empty = new OpportunityStages(() -> new StageBook(List.of(), List.of()), Clock.systemUTC());

        empty.apply(TestContext.of(deal));

        assertThat(deal.problems()).containsExactly("stage: no-stage");
    }

    private TestPending standingAt(StoredRecord stage) {
        return TestPending.update()
                .standing(Opportunity.STAGE, stage.id())
                .standing(Opportunity.PIPELINE, stage.get(Stage.PIPELINE));
    }
}
