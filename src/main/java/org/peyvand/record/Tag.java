package org.peyvand.record;

import org.peyvand.record.field.Field;

/** A word that records of any type may carry. */
public final class Tag {

    public static final Field<String> NAME = Field.text("name").key().required().searched();
    public static final Field<String> COLOR =
            Field.choice("color", "gray", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink");

    public static final RecordType TYPE = RecordType.named("tag", "tags")
            .icon("tag")
            .fields(NAME, COLOR)
            .listColumns(NAME, COLOR)
            .section("general", NAME, COLOR)
            .sortedBy("name")
            .build();

    private Tag() {}
}
