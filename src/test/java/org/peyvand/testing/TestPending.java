package org.peyvand.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending;

/**
 * A write on its way through a rule under test: what stands is told by {@link #standing}, what is written by
 * {@link #writing}.
 */
public final class TestPending implements Pending {

    private final UUID id = UUID.randomUUID();
    private final Act act;
    private final Map<String, @Nullable Object> before = new HashMap<>();
    private final Map<String, @Nullable Object> after = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private TestPending(Act act) {
        this.act = act;
    }

    public static TestPending create() {
        return new TestPending(Act.CREATE);
    }

    public static TestPending update() {
        return new TestPending(Act.UPDATE);
    }

    public <T> TestPending standing(Field<T> field, @Nullable T value) {
        before.put(field.name(), value);
        after.put(field.name(), value);
        return this;
    }

    public <T> TestPending writing(Field<T> field, @Nullable T value) {
        after.put(field.name(), value);
        named.add(field.name());
        return this;
    }

    /** The problems so far, as {@code field: code}. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Act act() {
        return act;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T before(Field<T> field) {
        return (T) before.get(field.name());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T after(Field<T> field) {
        return (T) after.get(field.name());
    }

    @Override
    public boolean changes(Field<?> field) {
        return !Objects.equals(before.get(field.name()), after.get(field.name()));
    }

    @Override
    public boolean names(Field<?> field) {
        return named.contains(field.name());
    }

    @Override
    public <T> void derive(Field<T> field, @Nullable T value) {
        after.put(field.name(), value);
    }

    @Override
    public void refuse(Problem problem) {
        problems.add(problem.field() + ": " + problem.code());
    }
}
