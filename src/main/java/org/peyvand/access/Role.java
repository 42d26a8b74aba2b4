package org.peyvand.access;

import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.JsonType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The record type of roles; {@link Roles} alone writes them. {@link Permissions} says what the two structures mean. */
public final class Role {

    public static final Field<String> NAME = Field.text("name").required().key().searched();

    /** By plural or {@code *}: an object of scopes by operation. */
    public static final Field<JsonNode> TYPES =
            Field.of("types", new JsonType()).initially(JsonNodeFactory.instance.objectNode());

    /** By {@code plural.field}: {@code hidden}, {@code readOnly} or {@code writable}. */
    public static final Field<JsonNode> FIELDS =
            Field.of("fields", new JsonType()).initially(JsonNodeFactory.instance.objectNode());

    public static final RecordType TYPE = RecordType.named("role", "roles")
            .icon("shield-lock")
            .fields(NAME, TYPES, FIELDS)
            .title(NAME)
            .listColumns(NAME)
            .section("main", NAME)
            .sortedBy("name")
            .flags(RecordType.Flag.GUARDED)
            .build();

    private Role() {}
}
