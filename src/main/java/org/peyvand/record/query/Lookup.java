package org.peyvand.record.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/**
 * Finds many records at once by what files and people call them, within the actor's reach and without those in the bin. A
 * part of the reading gate for work that comes in thousands.
 */
public interface Lookup {

    /**
     * The records that words mean: by id, else by a key or unique field, else by title, in any spelling. Fields hidden from the
     * actor do not count.
     *
     * @return the ids by word, several when the word is ambiguous; words that mean nothing are absent
     */
    Map<String, List<UUID>> byName(Actor actor, RecordType type, Collection<String> words);

    /**
     * The records that have the values of a key.
     *
     * @param fields the fields of the key; {@code id} may be one of them
     * @param keys lists of values of those fields, none of them null
     * @return the ids by key, oldest first; keys that match nothing are absent
     */
    Map<List<Object>, List<UUID>> byKey(
            Actor actor, RecordType type, List<Field<?>> fields, Collection<List<Object>> keys);

    /** What makes two values of a field the same for a key: spelling, and the case of e-mail, do not tell them apart. */
    @Nullable
    Object canonical(Field<?> field, @Nullable Object value);
}
