package org.peyvand.search;

import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Reach.Audience;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.JsonType;
import org.peyvand.record.field.TextType;
import tools.jackson.databind.JsonNode;

/**
 * The record type of views: how somebody looks at the records of a type. A view belongs to its maker and is shown to them alone,
 * to their team or to everyone; each reader's own rights apply when it is opened.
 */
public final class SavedView {

    public static final Field<String> NAME = Field.text("name").required();

    /** The plural of the type whose records it shows. */
    public static final Field<String> OF = Field.text("type").required();

    public static final Field<String> KIND =
            Field.choice("kind", "table", "board", "calendar").required().initially("table");

    /** As the API takes a filter; absent, all records match. */
    public static final Field<JsonNode> FILTER = Field.of("filter", JsonType.filterOf(OF.name()));

    /** Words that the records are found by. */
    public static final Field<String> WORDS = Field.text("words");

    /** As the API takes a sort; absent, the type's own. */
    public static final Field<String> SORT = Field.of("sort", TextType.sortOf(OF.name()));

    /** A list of names of fields; absent, the type's own. */
    public static final Field<JsonNode> COLUMNS = Field.of("columns", JsonType.namesOf(OF.name()));

    public static final Field<String> DENSITY = Field.choice("density", "normal", "compact");

    /** Who sees it. */
    public static final Field<String> SCOPE = Field.choice("scope", Audience.MINE, Audience.TEAM, Audience.EVERYONE)
            .required()
            .initially(Audience.MINE);

    /** Its place among the views of its type, lowest first. */
    public static final Field<Long> POSITION = Field.integer("position");

    public static final RecordType TYPE = RecordType.named("savedView", "views")
            .icon("bookmark")
            .fields(NAME, OF, KIND, FILTER, WORDS, SORT, COLUMNS, DENSITY, SCOPE, POSITION)
            .title(NAME)
            .listColumns(NAME, OF, KIND, SCOPE, SystemFields.OWNER)
            .section("view", NAME, OF, KIND, SCOPE, POSITION)
            .sortedBy("position,createdAt")
            .audience(SCOPE)
            .flags(RecordType.Flag.OWNED)
            .build();

    private SavedView() {}
}
