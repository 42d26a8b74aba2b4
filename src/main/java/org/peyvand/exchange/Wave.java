package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.Lookup;
import org.peyvand.record.write.Write;

/**
 * The rows of a part that can be written together: of several rows about one record only the first, so that the next wave
 * finds what this one wrote.
 */
final class Wave {

    private final ImportPlan plan;
    private final Lookup lookup;
    private final Actor actor;
    private final List<ReadRow> rows = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();

    Wave(ImportPlan plan, Lookup lookup, Actor actor) {
        this.plan = plan;
        this.lookup = lookup;
        this.actor = actor;
    }

    /** The rows of {@link #writes}, in their order. */
    List<ReadRow> rows() {
        return rows;
    }

    List<Write> writes() {
        return writes;
    }

    /** Forgets rows by their places. */
    void leaveOut(Collection<Integer> places) {
        places.stream().sorted(Comparator.reverseOrder()).forEach(place -> {
            rows.remove(place.intValue());
            writes.remove(place.intValue());
        });
    }

    /** Takes what can be written now, settles what need not be written, and answers the rest. */
    List<ReadRow> take(List<ReadRow> open, PartResult result) {
        if (plan.matchOn().isEmpty()) {
            open.forEach(this::create);
            return List.of();
        }
        List<List<Object>> keys = new ArrayList<>();
        open.forEach(row -> {
            List<Object> key = key(row);
            if (key != null) {
                keys.add(key);
            }
        });
        Map<List<Object>, List<UUID>> found = lookup.byKey(actor, plan.type(), plan.matchOn(), keys);
        Set<Object> taken = new HashSet<>();
        List<ReadRow> rest = new ArrayList<>();
        for (ReadRow row : open) {
            List<Object> key = key(row);
            List<UUID> ids = key == null ? List.of() : found.getOrDefault(key, List.of());
            if (key == null) {
                create(row);
            } else if (ids.size() > 1) {
                result.fail(row, List.of(Problem.of(plan.matchOn().getFirst().name(), "ambiguous-match")));
            } else if (ids.size() == 1) {
                existing(row, ids.getFirst(), taken, rest, result);
            } else if (taken.add(canonical(key))) {
                create(row);
            } else {
                rest.add(row);
            }
        }
        return rest;
    }

    private void existing(ReadRow row, UUID id, Set<Object> taken, List<ReadRow> rest, PartResult result) {
        if (plan.options().onDuplicate() == ImportOptions.OnDuplicate.SKIP) {
            result.skip();
        } else if (taken.add(id)) {
            rows.add(row);
            writes.add(new Write.Update(plan.type(), id, null, row.draft()));
        } else {
            rest.add(row);
        }
    }

    private void create(ReadRow row) {
        rows.add(row);
        writes.add(new Write.Create(plan.type(), null, row.draft()));
    }

    /** The values that tell whether the record is there; null when one of them is missing. */
    private @Nullable List<Object> key(ReadRow row) {
        List<Object> key = new ArrayList<>();
        for (Field<?> field : plan.matchOn()) {
            Object value =
                    field.name().equals("id") ? row.id() : row.draft().values().get(field.name());
            if (value == null) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    private List<@Nullable Object> canonical(List<Object> key) {
        List<@Nullable Object> canonical = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            canonical.add(lookup.canonical(plan.matchOn().get(i), key.get(i)));
        }
        return canonical;
    }
}
