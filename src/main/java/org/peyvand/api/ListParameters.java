package org.peyvand.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/** Reads the parameters of a list into a question for the gate. */
@Component
final class ListParameters {

    private final ReadGate gate;
    private final Visibility visibility;

    ListParameters(ReadGate gate, Visibility visibility) {
        this.gate = gate;
        this.visibility = visibility;
    }

    /** What a list may be asked, as it came. */
    record Asked(
            @Nullable String filter,
            @Nullable String sort,
            @Nullable String limit,
            @Nullable String after,
            @Nullable String fields,
            @Nullable String q,
            @Nullable String deleted) {}

    Query read(Actor actor, RecordType type, Asked asked) {
        Query query = Query.of(type)
                .where(filter(actor, type, asked.filter()))
                .matching(blankToNull(asked.q()))
                .limited(number("limit", asked.limit(), Query.LIMIT, 1, 200))
                .after(blankToNull(asked.after()))
                .reading(fields(actor, type, asked.fields()));
        if (asked.sort() != null && !asked.sort().isBlank()) {
            query = query.sorted(gate.sorts(actor, type, asked.sort()));
        }
        if (asked.deleted() == null) {
            return query;
        }
        if (!asked.deleted().equals("only")) {
            throw Refusal.Malformed.about("deleted", "bad-parameter", "deleted");
        }
        return query.inBin();
    }

    Condition filter(Actor actor, RecordType type, @Nullable String filter) {
        return filter == null || filter.isBlank() ? Condition.ALWAYS : gate.parse(actor, type, ApiJson.parse(filter));
    }

    /** A whole number within bounds, or the usual one. */
    static int number(String name, @Nullable String text, int usual, int least, int most) {
        if (text == null || text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw Refusal.Malformed.about(name, "out-of-range", name, Integer.toString(least), Integer.toString(most));
        }
        return Integer.parseInt(text);
    }

    /** The fields named, with id and version, which are always written. */
    @Nullable
    List<Field<?>> fields(Actor actor, RecordType type, @Nullable String names) {
        if (names == null || names.isBlank()) {
            return null;
        }
        List<Field<?>> chosen = new ArrayList<>(SystemFields.FIRST);
        for (String name : names.split(",")) {
            Field<?> field = type.find(name.strip()).orElse(null);
            if (field == null || visibility.access(actor, type, field) == FieldAccess.HIDDEN) {
                throw Refusal.Malformed.about("fields", "unknown-field", name);
            }
            if (!SystemFields.FIRST.contains(field)) {
                chosen.add(field);
            }
        }
        return chosen;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
