package org.peyvand.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Vouching;
import org.peyvand.record.write.Written;
import org.springframework.stereotype.Component;

/**
 * What everybody reads and changes of their own record, whatever their roles say of users: their name, their number and the way
 * they read. Who changed it may take that back.
 */
@Component
public class Oneself implements Vouching {

    private static final List<Field<?>> OPEN = List.of(
            User.NAME,
            User.MOBILE,
            User.LOCALE,
            User.TIME_ZONE,
            User.CALENDAR,
            User.DIGITS,
            User.MONEY_UNIT,
            User.THEME,
            User.DENSITY,
            User.REMINDER);

    private final OwnWrites writes;
    private final ReadGate reads;
    private final Models models;

    Oneself(OwnWrites writes, ReadGate reads, Models models) {
        this.writes = writes;
        this.reads = reads;
        this.models = models;
    }

    /** Whether these names are all of fields that are one's own to change. */
    public static boolean isOpen(Collection<String> fields) {
        return OPEN.stream().map(Field::name).toList().containsAll(fields);
    }

    /**
     * The record of the actor: what their roles let them see of it, and what is open of it even where these hide users.
     *
     * @throws Refusal.NotFound for the program itself, which is nobody
     */
    public StoredRecord read(Actor actor) {
        UUID user = id(actor);
        RecordType type = models.current().effective(User.TYPE);
        Set<String> seen = new HashSet<>(Set.of(SystemFields.ID.name(), SystemFields.VERSION.name()));
        OPEN.forEach(field -> seen.add(field.name()));
        reads.find(actor, type, user)
                .ifPresent(record -> seen.addAll(record.values().keySet()));
        return reads.find(Actor.system(), type, user)
                .orElseThrow(Refusal.NotFound::new)
                .only(type.fields().stream()
                        .filter(field -> seen.contains(field.name()))
                        .toList());
    }

    /**
     * Changes one's own record.
     *
     * @param base the version one saw, or null
     * @throws Refusal.Forbidden when the draft names a field that is not open
     */
    public Written change(Actor actor, @Nullable Integer base, Draft draft) {
        if (!isOpen(draft.fields())) {
            throw new Refusal.Forbidden("administrator-only");
        }
        return writes.changeOwn(actor, id(actor), base, draft);
    }

    @Override
    public boolean vouches(Actor actor, RecordType type, Set<String> fields, Map<String, @Nullable Object> values) {
        return type.plural().equals(User.TYPE.plural())
                && isOpen(fields)
                && Objects.equals(actor.user(), values.get(SystemFields.ID.name()));
    }

    private static UUID id(Actor actor) {
        UUID user = actor.user();
        if (user == null) {
            throw new Refusal.NotFound();
        }
        return user;
    }
}
