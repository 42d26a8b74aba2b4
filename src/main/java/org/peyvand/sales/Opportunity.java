package org.peyvand.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.peyvand.customer.Account;
import org.peyvand.locale.Money;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** A deal that may be made, on its way through a pipeline. */
public final class Opportunity {

    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();
    public static final Field<UUID> ACCOUNT = Field.reference("account", "accounts", "opportunities");
    public static final Field<UUID> PRIMARY_CONTACT = Field.reference("primaryContact", "contacts", "opportunities");
    public static final Field<Money> AMOUNT = Field.money("amount");

    /** Follows from the stage; named without a stage, the deal starts at its first one. */
    public static final Field<UUID> PIPELINE = Field.reference("pipeline", "pipelines", "opportunities");

    public static final Field<UUID> STAGE = Field.reference("stage", "stages", "opportunities");
    public static final Field<LocalDate> CLOSE_DATE = Field.date("closeDate").indexed();
    public static final Field<BigDecimal> PROBABILITY = Field.percent("probability");
    public static final Field<String> FORECAST_CATEGORY = Stage.FORECAST_CATEGORY;
    public static final Field<String> NEXT_STEP = Field.text("nextStep");
    public static final Field<String> LOST_REASON = Field.openChoice(
            "lostReason", "price", "competitor", "budget", "timing", "noResponse", "requirements", "noNeed", "other");
    public static final Field<UUID> COMPETITOR = Field.reference("competitor", "competitors", "opportunities");
    public static final Field<String> SOURCE = Account.SOURCE;
    public static final Field<String> DESCRIPTION = Field.longText("description");

    /** When it came to the stage where it stands. */
    public static final Field<Instant> STAGE_CHANGED_AT =
            Field.instant("stageChangedAt").readOnly();

    public static final Field<Instant> WON_AT = Field.instant("wonAt").readOnly();
    public static final Field<Instant> LOST_AT = Field.instant("lostAt").readOnly();

    public static final RecordType TYPE = RecordType.named("opportunity", "opportunities")
            .icon("trophy")
            .fields(
                    NAME,
                    ACCOUNT,
                    PRIMARY_CONTACT,
                    AMOUNT,
                    PIPELINE,
                    STAGE,
                    CLOSE_DATE,
                    PROBABILITY,
                    FORECAST_CATEGORY,
                    NEXT_STEP,
                    LOST_REASON,
                    COMPETITOR,
                    SOURCE,
                    DESCRIPTION,
                    STAGE_CHANGED_AT,
                    WON_AT,
                    LOST_AT)
            .title(NAME)
            .subtitle(ACCOUNT, STAGE)
            .listColumns(NAME, ACCOUNT, AMOUNT, STAGE, CLOSE_DATE)
            .section("main", NAME, ACCOUNT, PRIMARY_CONTACT, AMOUNT, CLOSE_DATE, SOURCE)
            .section("progress", PIPELINE, STAGE, PROBABILITY, FORECAST_CATEGORY, NEXT_STEP, STAGE_CHANGED_AT)
            .section("result", WON_AT, LOST_AT, LOST_REASON, COMPETITOR)
            .section("description", DESCRIPTION)
            .sortedBy("closeDate")
            .board(STAGE)
            .tallied("opportunity_tally", AMOUNT, PIPELINE, STAGE, CLOSE_DATE)
            .flags(Flag.OWNED, Flag.SEARCHABLE, Flag.TIMELINE, Flag.NAVIGATION, Flag.CROWDED)
            .build();

    private Opportunity() {}
}
