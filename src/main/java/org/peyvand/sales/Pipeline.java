package org.peyvand.sales;

import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/** A way of selling: an ordered row of stages that opportunities pass. */
public final class Pipeline {

    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();

    /** Whether opportunities go here that name no pipeline; at most one does. */
    public static final Field<Boolean> DEFAULT = Field.bool("default").initially(false);

    public static final Field<Long> POSITION = Field.integer("position");

    public static final RecordType TYPE = RecordType.named("pipeline", "pipelines")
            .icon("columns-3")
            .fields(NAME, DEFAULT, POSITION)
            .title(NAME)
            .listColumns(NAME, DEFAULT, POSITION)
            .section("main", NAME, DEFAULT, POSITION)
            .sortedBy("position")
            .build();

    private Pipeline() {}
}
