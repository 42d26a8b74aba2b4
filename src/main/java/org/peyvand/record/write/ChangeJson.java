package org.peyvand.record.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form in which the log keeps changed fields: {@code {"name": [before, after]}}, values as the API writes them. */
final class ChangeJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ChangeJson() {}

    /** What an update or a rule changed, null when it is nothing that the log keeps. */
    static @Nullable String of(PendingWrite write, List<Field<?>> changed) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Field<?> field : changed) {
            ArrayNode both = fields.putArray(field.name());
            both.add(FieldValues.json(field, write.valueBefore(field)));
            both.add(FieldValues.json(field, write.valueAfter(field)));
        }
        return fields.isEmpty() ? null : fields.toString();
    }
}
