package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Outcome.Result;

/** One write with everything the gate learns about it. Belongs to one attempt and one thread. */
final class PendingWrite implements Pending {

    private final int index;
    private final RecordType type;
    private final Act act;
    private final UUID id;
    private final @Nullable Integer base;
    private final Map<String, @Nullable Object> draft;
    private final List<Problem> problems;
    private final boolean exact;
    private boolean idGiven;

    private @Nullable CurrentRow current;
    private final Map<String, @Nullable Object> after = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private Set<String> overlooked = Set.of();
    private @Nullable Refusal refusal;
    private @Nullable Result settled;
    private @Nullable Effect effect;

    private PendingWrite(
            int index,
            RecordType type,
            Act act,
            UUID id,
            @Nullable Integer base,
            @Nullable Draft draft,
            boolean exact) {
        this.index = index;
        this.type = type;
        this.act = act;
        this.id = id;
        this.base = base;
        this.draft = draft == null ? Map.of() : draft.values();
        this.problems = new ArrayList<>(draft == null ? List.of() : draft.problems());
        this.exact = exact;
    }

    /**
     * Prepares a write.
     *
     * @param exact whether the draft's values stand as they are, so that no rule may derive others: in an undo
     */
    static PendingWrite of(int index, Write write, RecordType type, boolean exact) {
        return switch (write) {
            case Write.Create create -> {
                UUID id = create.id() == null ? RecordIds.next() : create.id();
                PendingWrite pending = new PendingWrite(index, type, Act.CREATE, id, null, create.draft(), exact);
                pending.idGiven = create.id() != null;
                yield pending;
            }
            case Write.Update update ->
                new PendingWrite(index, type, Act.UPDATE, update.id(), update.base(), update.draft(), exact);
            case Write.Delete delete ->
                new PendingWrite(index, type, Act.DELETE, delete.id(), delete.base(), null, exact);
            case Write.Restore restore -> new PendingWrite(index, type, Act.RESTORE, restore.id(), null, null, exact);
        };
    }

    int index() {
        return index;
    }

    RecordType type() {
        return type;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** Whether the caller brought the id of a new record, which then may exist already. */
    boolean idGiven() {
        return idGiven;
    }

    @Override
    public Act act() {
        return act;
    }

    @Nullable
    Integer base() {
        return base;
    }

    Map<String, @Nullable Object> draft() {
        return draft;
    }

    @Nullable
    CurrentRow current() {
        return current;
    }

    /** Tells what stands; the record after the write begins as what stood before. */
    void found(CurrentRow row) {
        current = row;
        if (act != Act.CREATE) {
            after.putAll(row.values());
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T before(Field<T> field) {
        return (T) valueBefore(field);
    }

    @Nullable
    Object valueBefore(Field<?> field) {
        return current == null ? null : current.values().get(field.name());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T after(Field<T> field) {
        return (T) after.get(field.name());
    }

    @Nullable
    Object valueAfter(Field<?> field) {
        return after.get(field.name());
    }

    /** The values as they will be, by field name. */
    Map<String, @Nullable Object> values() {
        return after;
    }

    void set(Field<?> field, @Nullable Object value) {
        after.put(field.name(), FieldValues.orNull(value));
        touched.add(field.name());
    }

    @Override
    public <T> void derive(Field<T> field, @Nullable T value) {
        if (!exact || field.is(Field.Flag.COMPUTED)) {
            set(field, value);
        }
    }

    /** Tells which fields rules do not show, so that nobody is asked for them. */
    void overlook(Set<String> unseen) {
        overlooked = unseen;
    }

    boolean isOverlooked(Field<?> field) {
        return overlooked.contains(field.name());
    }

    boolean exact() {
        return exact;
    }

    @Override
    public boolean names(Field<?> field) {
        return draft.containsKey(field.name());
    }

    @Override
    public boolean changes(Field<?> field) {
        return touched.contains(field.name()) && !FieldValues.same(field, valueBefore(field), valueAfter(field));
    }

    /** The fields whose values differ from what stands. */
    List<Field<?>> changed() {
        return touched.isEmpty()
                ? List.of()
                : FieldValues.writable(type).stream().filter(this::changes).toList();
    }

    @Override
    public void refuse(Problem problem) {
        problems.add(problem);
    }

    void refuse(Refusal reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }

    /** Settles the write without storing anything, such as deleting what is deleted. */
    void settle(Result result) {
        settled = result;
    }

    @Nullable
    Result settled() {
        return settled;
    }

    /**
     * Whether a create that repeats an id says something else than the record that has it. Nobody can tell once the record
     * was changed; lists are left out because they are stored in another form than they are sent in.
     */
    boolean contradicts(CurrentRow standing) {
        return standing.version() == 1
                && draft.entrySet().stream()
                        .anyMatch(entry -> type.find(entry.getKey())
                                .filter(field -> FieldValues.isPlain(field)
                                        && !FieldValues.same(
                                                field,
                                                FieldValues.orNull(entry.getValue()),
                                                standing.values().get(field.name())))
                                .isPresent());
    }

    /** Tells what the write came to, when it was stored. */
    void came(Effect stored) {
        effect = stored;
    }

    @Nullable
    Effect effect() {
        return effect;
    }

    boolean refused() {
        return refusal != null || !problems.isEmpty();
    }

    /** Whether its values are still to be judged, so that all problems are told at once. */
    boolean alive() {
        return settled == null && refusal == null;
    }

    /** Whether the gate still has to do something about it. */
    boolean open() {
        return settled == null && !refused();
    }

    boolean hasProblem(Field<?> field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field.name()));
    }

    List<Problem> problems() {
        return problems;
    }

    /** Why it is refused, null when it is not: the state of the record first, then the values. */
    @Nullable
    Refusal refusal() {
        if (refusal != null || problems.isEmpty()) {
            return refusal;
        }
        boolean onlyTaken = problems.stream().allMatch(problem -> problem.code().equals("taken"));
        return onlyTaken ? new Refusal.Conflict(problems, "taken") : new Refusal.Invalid(problems);
    }
}
