package org.peyvand.record.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Money;
import org.peyvand.record.query.Group.Kind;

/** The measures of one group, added up from the rows the database groups by underneath. */
final class Tally {

    private static final String PLAIN = "";

    private final Record first;
    private final List<Measured> measures;
    private final int keys;
    private final List<Map<String, Part>> parts = new ArrayList<>();

    /** How many values there were, and their sum, least or greatest. */
    private record Part(long count, BigDecimal value) {}

    Tally(Record first, List<Measured> measures, int keys) {
        this.first = first;
        this.measures = measures;
        this.keys = keys;
        measures.forEach(measure -> parts.add(new TreeMap<>()));
    }

    /** Whether values of a key column compare in Java as they do in the database; words have collations of their own. */
    static boolean isOrderedHere(Class<?> type) {
        return type == UUID.class
                || type == LocalDate.class
                || Number.class.isAssignableFrom(type)
                || type == Boolean.class;
    }

    /** The order of two groups by one of their keys, nothing last. */
    int compareKey(Tally other, int key) {
        Object one = first.get(key);
        Object two = other.first.get(key);
        if (one == null || two == null) {
            return Boolean.compare(one == null, two == null);
        }
        return switch (one) {
            case UUID id -> unsigned(id, (UUID) two);
            case LocalDate day -> day.compareTo((LocalDate) two);
            case BigDecimal number -> number.compareTo((BigDecimal) two);
            case Number number -> Long.compare(number.longValue(), ((Number) two).longValue());
            case Boolean yes -> yes.compareTo((Boolean) two);
            default -> Long.compare(whole(first, keys + key), whole(other.first, keys + key));
        };
    }

    /** As PostgreSQL orders them, byte by byte. */
    private static int unsigned(UUID one, UUID two) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), two.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), two.getLeastSignificantBits());
    }

    private static long whole(Record row, int at) {
        return Objects.requireNonNull((Number) row.get(at)).longValue();
    }

    @Nullable
    LocalDate day(int key) {
        return (LocalDate) first.get(key);
    }

    void add(Record row) {
        int at = 2 * keys;
        for (int i = 0; i < measures.size(); i++) {
            Measured measure = measures.get(i);
            long count = whole(row, at);
            if (measure.number() == null) {
                parts.get(i).merge(PLAIN, new Part(count, BigDecimal.ZERO), (a, b) -> together(Kind.COUNT, a, b));
            } else if (row.get(at + 1) instanceof BigDecimal value) {
                String currency = measure.currency() == null ? PLAIN : (String) row.get(at + 2);
                parts.get(i).merge(currency, new Part(count, value), (a, b) -> together(measure.kind(), a, b));
            }
            at += measure.select().size();
        }
    }

    private static Part together(Kind kind, Part one, Part other) {
        BigDecimal value = switch (kind) {
            case COUNT, SUM, AVG -> one.value().add(other.value());
            case MIN -> one.value().min(other.value());
            case MAX -> one.value().max(other.value());
        };
        return new Part(one.count() + other.count(), value);
    }

    List<@Nullable Object> results() {
        List<@Nullable Object> results = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            results.add(result(measures.get(i), parts.get(i)));
        }
        return results;
    }

    private static @Nullable Object result(Measured measure, Map<String, Part> parts) {
        if (measure.number() == null) {
            Part counted = parts.get(PLAIN);
            return counted == null ? 0L : counted.count();
        }
        if (measure.currency() != null) {
            return parts.entrySet().stream()
                    .map(part -> Money.rounded(number(measure.kind(), part.getValue()), part.getKey()))
                    .toList();
        }
        Part only = parts.get(PLAIN);
        return only == null ? null : number(measure.kind(), only);
    }

    private static BigDecimal number(Kind kind, Part part) {
        return kind == Kind.AVG
                ? part.value().divide(BigDecimal.valueOf(part.count()), MathContext.DECIMAL64)
                : part.value();
    }
}
