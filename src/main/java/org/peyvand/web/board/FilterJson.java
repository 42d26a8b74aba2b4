package org.peyvand.web.board;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The filter of one column, as an address of the list takes it. */
final class FilterJson {

    private FilterJson() {}

    static ObjectNode equal(Field<?> field, @Nullable Object value) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode().put("field", field.name());
        return value == null
                ? filter.put("op", "isEmpty")
                : filter.put("op", "eq").put("value", value.toString());
    }
}
