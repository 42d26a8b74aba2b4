package org.peyvand.sales;

import java.math.BigDecimal;
import java.util.UUID;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/** One step of a pipeline, with what standing there says about a deal. */
public final class Stage {

    /** {@link #KIND} of a stage where the deal is still on its way. */
    public static final String OPEN = "open";

    /** {@link #KIND} of a stage where the deal is made. */
    public static final String WON = "won";

    /** {@link #KIND} of a stage where the deal has failed. */
    public static final String LOST = "lost";

    public static final Field<UUID> PIPELINE =
            Field.reference("pipeline", "pipelines", "stages").required();
    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();

    /** Orders the stages of a pipeline; a new stage without one goes last. */
    public static final Field<Long> POSITION = Field.integer("position");

    public static final Field<String> KIND =
            Field.choice("kind", OPEN, WON, LOST).required().initially(OPEN);
    public static final Field<BigDecimal> PROBABILITY = Field.percent("probability");
    public static final Field<String> FORECAST_CATEGORY =
            Field.choice("forecastCategory", "omitted", "pipeline", "bestCase", "commit", "closed");

    /** After how many days in this stage a deal is called rotten. */
    public static final Field<Long> ROTTEN_AFTER_DAYS = Field.integer("rottenAfterDays");

    public static final RecordType TYPE = RecordType.named("stage", "stages")
            .icon("stairs-up")
            .fields(PIPELINE, NAME, POSITION, KIND, PROBABILITY, FORECAST_CATEGORY, ROTTEN_AFTER_DAYS)
            .title(NAME)
            .subtitle(PIPELINE)
            .listColumns(PIPELINE, POSITION, NAME, KIND, PROBABILITY, FORECAST_CATEGORY)
            .section("main", NAME, PIPELINE, POSITION, KIND, PROBABILITY, FORECAST_CATEGORY, ROTTEN_AFTER_DAYS)
            .sortedBy("pipeline,position")
            .build();

    private Stage() {}
}
