package org.peyvand.exchange;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * What somebody wants exported, in the words of the API.
 *
 * @param type the plural of the records' type
 * @param filter which records, or null for all within reach
 * @param words to be found in them as lists find them, or null
 * @param sort as lists take it, or null for the type's own order
 * @param fields which fields, or null for all that the actor may read
 * @param safe whether spreadsheets must find no formula in it; otherwise it imports back unchanged
 * @param jalali whether dates are written as text in the Jalali calendar
 * @param labels the language of the column names, or null for the names of the fields
 */
public record ExportRequest(
        String type,
        @Nullable JsonNode filter,
        @Nullable String words,
        @Nullable String sort,
        @Nullable List<String> fields,
        Format format,
        boolean safe,
        boolean jalali,
        @Nullable Locale labels) {

    /** What kind of file. */
    public enum Format {
        CSV("csv", "text/csv;charset=UTF-8"),
        VCARD("vcf", "text/vcard;charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String key;
        private final String mediaType;

        Format(String key, String mediaType) {
            this.key = key;
            this.mediaType = mediaType;
        }

        /** In the API, and behind the dot of a name. */
        public String key() {
            return key;
        }

        public String mediaType() {
            return mediaType;
        }

        /** A name of a file of this format, made from that of another. */
        public String nameOf(String other) {
            return other.replaceFirst("\\.(xlsx|csv|tsv|txt)$", "") + "." + key;
        }

        /** @throws Refusal.Invalid when there is no such format */
        public static Format of(String key) {
            for (Format format : values()) {
                if (format.key.equals(key)) {
                    return format;
                }
            }
            throw new Refusal.Invalid(List.of(Problem.of("format", "unknown-format", key)));
        }
    }
}
