package org.peyvand.record.write;

import java.math.BigDecimal;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Cells as PostgreSQL reads them from text. */
final class Cells {

    private Cells() {}

    static @Nullable String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case JSONB json -> json.data();
            case Object[] array -> array(array);
            default -> cell.toString();
        };
    }

    private static String array(Object[] elements) {
        StringBuilder out = new StringBuilder("{");
        for (Object element : elements) {
            out.append(out.length() == 1 ? "\"" : ",\"")
                    .append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return out.append('}').toString();
    }
}
