package org.peyvand.record.field;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;

/**
 * How text typed by a person or found in a file is to be understood.
 *
 * @param presentation the reader's language, zone, calendar, digits and money unit
 * @param today the reader's today, which words such as "tomorrow" start from
 * @param strict whether only unambiguous forms are taken (files) or also words and short forms (forms)
 * @param dateOrder for files: {@code ymd}, {@code mdy} or {@code dmy}; null when the file's author did not say
 * @param currency the currency of a bare number of money
 */
public record TextInput(
        Presentation presentation,
        LocalDate today,
        boolean strict,
        @Nullable String dateOrder,
        String currency) {

    /** What a person types into a form. */
    public static TextInput typed(Presentation presentation, LocalDate today, String currency) {
        return new TextInput(presentation, today, false, null, currency);
    }

    public Locale locale() {
        return presentation.language();
    }
}
