package org.peyvand.access;

import java.util.UUID;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/** The record type of teams; they form a tree, and what a team owns is within the reach of the teams above it. */
public final class Team {

    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();
    public static final Field<UUID> PARENT =
            Field.reference("parent", "teams", "children").indexed();

    public static final RecordType TYPE = RecordType.named("team", "teams")
            .icon("users-group")
            .fields(NAME, PARENT)
            .title(NAME)
            .listColumns(NAME, PARENT)
            .section("main", NAME, PARENT)
            .sortedBy("name")
            .flags(RecordType.Flag.SEARCHABLE)
            .build();

    private Team() {}
}
