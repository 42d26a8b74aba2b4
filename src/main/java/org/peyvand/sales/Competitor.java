package org.peyvand.sales;

import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** Somebody else who sells what we sell. */
public final class Competitor {

    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();
    public static final Field<String> WEBSITE = Field.url("website");
    public static final Field<String> STRENGTHS = Field.longText("strengths");
    public static final Field<String> WEAKNESSES = Field.longText("weaknesses");

    public static final RecordType TYPE = RecordType.named("competitor", "competitors")
            .icon("flag")
            .fields(NAME, WEBSITE, STRENGTHS, WEAKNESSES)
            .title(NAME)
            .subtitle(WEBSITE)
            .listColumns(NAME, WEBSITE)
            .section("main", NAME, WEBSITE, STRENGTHS, WEAKNESSES)
            .sortedBy("name")
            .flags(Flag.SEARCHABLE)
            .build();

    private Competitor() {}
}
