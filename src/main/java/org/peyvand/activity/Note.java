package org.peyvand.activity;

import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** What somebody wrote down about a record. */
public final class Note {

    /** The first words of the body. */
    public static final Field<String> TITLE = Field.text("title").searched().readOnly();

    public static final Field<String> BODY = Field.longText("body").required();
    public static final Field<RecordRef> REGARDING = Field.anyReference("regarding");

    public static final RecordType TYPE = RecordType.named("note", "notes")
            .icon("notes")
            .fields(TITLE, BODY, REGARDING)
            .title(TITLE)
            .subtitle(REGARDING)
            .listColumns(TITLE, REGARDING)
            .section("main", BODY, REGARDING)
            .flags(Flag.OWNED, Flag.SEARCHABLE)
            .build();

    private Note() {}
}
