package org.peyvand.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.JalaliDate;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.MultiChoiceType;

/**
 * The values that a reader of an export wants as words: choices by their label and dates of the Jalali calendar, which no
 * spreadsheet has. An import reads both back.
 */
final class ExportWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final RecordType type;
    private final ExportRequest request;
    private final ZoneId zone;
    private final FieldWords words;
    private final Map<String, String> labels = new HashMap<>();

    ExportWords(RecordType type, ExportRequest request, ZoneId zone, FieldWords words) {
        this.type = type;
        this.request = request;
        this.zone = zone;
        this.words = words;
    }

    String header(Field<?> field) {
        Locale language = request.labels();
        return language == null ? field.name() : words.label(type, field, language);
    }

    /** The words for a value, or null when its field writes it. */
    @Nullable
    String of(Field<?> field, Object value) {
        return switch (field.type()) {
            case DateType date when request.jalali() -> day((LocalDate) value);
            case InstantType instant when request.jalali() && request.safe() -> time((Instant) value);
            case ChoiceType choice when labelled() -> label(field, value.toString());
            case MultiChoiceType choice
            when labelled() ->
                ((List<?>) value)
                        .stream().map(key -> label(field, key.toString())).collect(Collectors.joining(";"));
            default -> null;
        };
    }

    private boolean labelled() {
        return request.safe() && request.labels() != null;
    }

    private String label(Field<?> field, String key) {
        Locale language = request.labels();
        return language == null
                ? key
                : labels.computeIfAbsent(
                        field.name() + " " + key,
                        none -> words.option(type, field, key, language).orElse(key));
    }

    private static String day(LocalDate date) {
        return JalaliDate.covers(date) ? JalaliDate.of(date).toString() : date.toString();
    }

    private String time(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return day(time.toLocalDate()) + " " + CLOCK.format(time);
    }
}
