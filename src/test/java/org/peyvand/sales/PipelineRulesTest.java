package org.peyvand.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestContext;
import org.peyvand.testing.TestPending;

class PipelineRulesTest {

    private final TestStages stages = new TestStages();

    @Test
    void refusesASecondDefaultPipeline() {
        var pipeline = TestPending.create().writing(Pipeline.DEFAULT, true);

        new OneDefaultPipeline(stages::book).apply(TestContext.of(pipeline));

        assertThat(pipeline.problems()).containsExactly("default: second-default-pipeline");
    }

    @Test
    void refusesTwoDefaultPipelinesInOneBatch() {
        var one = TestPending.create().writing(Pipeline.DEFAULT, true).writing(Pipeline.NAME, "یک");
        var other = TestPending.create().writing(Pipeline.DEFAULT, true);
        var none = new StageBook(java.util.List.of(), java.util.List.of());

        new OneDefaultPipeline(() -> none).apply(TestContext.of(one, other));

        assertThat(one.problems()).isEmpty();
        assertThat(other.problems()).hasSize(1);
    }

    @Test
    void placesNewStagesLastInTurn() {
        var one = TestPending.create().writing(Stage.PIPELINE, stages.trade.id());
        var other = TestPending.create().writing(Stage.PIPELINE, stages.trade.id());

        new StageDefaults(stages::book).apply(TestContext.of(one, other));

        assertThat(one.after(Stage.POSITION)).isEqualTo(5);
        assertThat(other.after(Stage.POSITION)).isEqualTo(6);
    }

    @Test
    void suggestsWhatTheKindOfAStageMeans() {
        var won =
                TestPending.create().writing(Stage.PIPELINE, stages.trade.id()).writing(Stage.KIND, Stage.WON);

        new StageDefaults(stages::book).apply(TestContext.of(won));

        assertThat(won.after(Stage.PROBABILITY)).isEqualByComparingTo("100");
        assertThat(won.after(Stage.FORECAST_CATEGORY)).isEqualTo("closed");
    }

    @Test
    void refusesAProbabilityBeyondCertainty() {
        var stage = TestPending.update().writing(Stage.PROBABILITY, new BigDecimal("100.5"));

        new StageDefaults(stages::book).apply(TestContext.of(stage));

        assertThat(stage.problems()).containsExactly("probability: not-a-probability");
    }
}
