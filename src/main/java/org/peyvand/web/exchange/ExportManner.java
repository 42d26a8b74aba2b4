package org.peyvand.web.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a form wants an export written; a box that is not ticked is not sent.
 *
 * @param columnsOf the type that the ticked fields are of; without scripts it stays when another type is chosen
 * @param field those ticked, in their order
 */
record ExportManner(
        @Nullable String format,
        @Nullable String calendar,
        @Nullable Boolean safe,
        @Nullable Boolean labels,
        @Nullable String columnsOf,
        @Nullable List<String> field) {

    String formatKey() {
        return format == null ? "xlsx" : format;
    }

    boolean isJalali() {
        return "jalali".equals(calendar);
    }

    boolean isSafe() {
        return Boolean.TRUE.equals(safe);
    }

    boolean isLabelled() {
        return Boolean.TRUE.equals(labels);
    }

    /** None when what is ticked is of another type. */
    List<String> fieldsOf(String type) {
        return field != null && type.equals(columnsOf) ? field : List.of();
    }
}
