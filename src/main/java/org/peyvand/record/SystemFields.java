package org.peyvand.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.field.UuidType;

/** The fields that every record has. */
public final class SystemFields {

    public static final Field<UUID> ID = Field.of("id", new UuidType()).readOnly();
    public static final Field<Long> VERSION =
            Field.of("version", new IntegerType()).readOnly();
    public static final Field<Instant> CREATED_AT =
            Field.instant("createdAt").readOnly().indexed();
    public static final Field<UUID> CREATED_BY =
            Field.of("createdBy", new ReferenceType("users", null)).readOnly();
    public static final Field<Instant> UPDATED_AT =
            Field.instant("updatedAt").readOnly().indexed();
    public static final Field<UUID> UPDATED_BY =
            Field.of("updatedBy", new ReferenceType("users", null)).readOnly();
    public static final Field<UUID> OWNER =
            Field.of("owner", new ReferenceType("users", null)).indexed();
    public static final Field<UUID> TEAM =
            Field.of("team", new ReferenceType("teams", null)).indexed();
    public static final Field<List<String>> TAGS = Field.of("tags", new TagsType());
    public static final Field<Map<String, String>> EXTERNAL_KEYS = Field.of("externalKeys", new ExternalKeysType());

    /** In the order in which the API writes them: identity first, bookkeeping last. */
    public static final List<Field<?>> FIRST = List.of(ID, VERSION);

    public static final List<Field<?>> LAST =
            List.of(OWNER, TEAM, TAGS, EXTERNAL_KEYS, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY);

    private SystemFields() {}

    public static boolean isSystem(Field<?> field) {
        return contains(FIRST, field) || contains(LAST, field);
    }

    private static boolean contains(List<Field<?>> fields, Field<?> field) {
        return fields.stream().anyMatch(each -> each.name().equals(field.name()));
    }
}
