package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;

/**
 * The values someone wants a record to have: only the fields that are set are written, null empties one. Problems found
 * while reading the values travel along, so that all of them are answered at once.
 */
public final class Draft {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** A draft of one value; {@link #set} adds more. */
    public static <T> Draft of(Field<T> field, @Nullable T value) {
        return new Draft().set(field, value);
    }

    public <T> Draft set(Field<T> field, @Nullable T value) {
        values.put(field.name(), value);
        return this;
    }

    /** Sets a value whose type is known to fit, such as one read by the field's own type. */
    public Draft put(Field<?> field, @Nullable Object value) {
        values.put(field.name(), value);
        return this;
    }

    public Draft problem(Problem problem) {
        problems.add(problem);
        return this;
    }

    public Map<String, @Nullable Object> values() {
        return values;
    }

    public Set<String> fields() {
        return values.keySet();
    }

    public List<Problem> problems() {
        return problems;
    }
}
