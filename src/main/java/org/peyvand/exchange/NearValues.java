package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;

/** Suggests what an unknown value may have been meant as: a known one that differs by spaces, signs or a slip of the finger. */
final class NearValues implements ProblemTally.Suggestions {

    /** Of so many known values each is compared; of more, the search is asked. */
    private static final int FEW = 2_000;

    private static final int MOST_SEARCHES = 100;

    private final ReadGate reading;
    private final Actor actor;
    private final ImportPlan plan;
    private final References references;
    private final FieldWords words;
    private final Map<String, List<String>> known = new HashMap<>();
    private int searches;

    NearValues(ReadGate reading, Actor actor, ImportPlan plan, References references, FieldWords words) {
        this.reading = reading;
        this.actor = actor;
        this.plan = plan;
        this.references = references;
        this.words = words;
    }

    @Override
    public @Nullable String find(String fieldName, String value) {
        Field<?> field = plan.type().find(fieldName).orElse(null);
        if (field == null) {
            return null;
        }
        List<String> candidates = known.computeIfAbsent(fieldName, none -> known(field));
        if (candidates.isEmpty() && field.type() instanceof ReferenceType) {
            candidates = searched(references.target(field), value);
        }
        return nearest(value, candidates);
    }

    static @Nullable String nearest(String value, List<String> candidates) {
        String squeezed = FieldWords.squeezed(value);
        String best = null;
        int bestDistance = squeezed.length() < 4 ? 1 : 1 + squeezed.length() / 5;
        for (String candidate : candidates) {
            String other = FieldWords.squeezed(candidate);
            int distance = squeezed.equals(other) ? 0 : distance(squeezed, other, bestDistance);
            if (distance < bestDistance || (distance == 0 && best == null)) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    private List<String> known(Field<?> field) {
        if (!(field.type() instanceof ReferenceType)) {
            return List.copyOf(words.optionKeys(plan.type(), field).values());
        }
        RecordType target = references.target(field);
        List<String> titles = new ArrayList<>();
        Query query = Query.of(target).reading(List.of(target.titleField()));
        if (reading.exactCount(actor, query) <= FEW) {
            reading.each(actor, query, record -> {
                if (record.get(target.titleField()) instanceof String title) {
                    titles.add(title);
                }
            });
        }
        return titles;
    }

    private List<String> searched(RecordType target, String value) {
        if (++searches > MOST_SEARCHES) {
            return List.of();
        }
        return reading.search(actor, value, Set.of(target), 3).stream()
                .map(org.peyvand.record.query.Hit::name)
                .toList();
    }

    /** Edits between two words, neighbours swapped counting as one; given up beyond a limit. */
    private static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edit(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int edit(int[][] edits, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
