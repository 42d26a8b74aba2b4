package org.peyvand.record.query;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import tools.jackson.databind.JsonNode;

/**
 * The one way to read records. Every method adds what the actor may see: records out of reach do not exist, hidden fields
 * can neither be read nor filtered, sorted, grouped or searched by, also not through a reference.
 */
public interface ReadGate {

    /** A gate of one's own over a database, for tests and tools; the program's is a bean. */
    static ReadGate over(DSLContext sql, Models models, Visibility visibility, Clock clock) {
        return new SqlReadGate(sql, models, visibility, clock);
    }

    /** A page of records; a fixed number of statements however many references the records hold. */
    Page<StoredRecord> page(Actor actor, Query query);

    /** One record with all visible fields, also from the recycle bin; empty when it is absent or out of reach. */
    Optional<StoredRecord> find(Actor actor, RecordType type, UUID id);

    /** Whether the actor may do it to this record; asks the database only where that depends on the record. */
    boolean isWithin(Actor actor, RecordType type, UUID id, Operation operation);

    /** Those of these records to which the actor may do it, in one statement at most. */
    Set<UUID> within(Actor actor, RecordType type, Collection<UUID> ids, Operation operation);

    /** The visible ones among these records, by id; without those in the bin. */
    Map<UUID, StoredRecord> findAll(Actor actor, RecordType type, Collection<UUID> ids);

    /** How many match, exact up to {@link Count#CAP}. */
    Count count(Actor actor, Query query);

    /** How many match, exact up to the limit; empty when it takes longer than a glance of a second. */
    Optional<Count> glance(Actor actor, Query query, int limit);

    /** The exact number that match; for jobs, which may take their time. */
    long exactCount(Actor actor, Query query);

    /** At most 1,000 groups, ordered by their keys with empty ones last. */
    List<Group> groups(Actor actor, Query query, List<Group.Key> keys, List<Group.Measure> measures);

    /** Hands every match to the consumer in the query's order, page by page, in bounded memory. */
    void each(Actor actor, Query query, Consumer<StoredRecord> consumer);

    /** How each reference is shown to the actor, in one statement. A merged record answers with its survivor. */
    Map<RecordRef, RecordName> names(Actor actor, Collection<RecordRef> refs);

    /** All references that a set of records holds (single, any-type, system), resolved by {@link #names}. */
    Map<RecordRef, RecordName> namesIn(Actor actor, Collection<StoredRecord> records);

    /** The best matches over the given types (all searchable ones when empty), tolerant of typos, spelling and keyboard. */
    List<Hit> search(Actor actor, String words, Set<RecordType> types, int limit);

    /**
     * The records that may be the one described, the likeliest first: they share an address, a number or an identifier with
     * it, or their names are alike. Fields that the actor does not read tell nothing.
     *
     * @param values by field name, as they would be written
     * @param except a record that is not meant, or null
     */
    List<Candidate> candidates(
            Actor actor, RecordType type, Map<String, @Nullable Object> values, @Nullable UUID except);

    /**
     * Reads a filter as the API takes it.
     *
     * @throws org.peyvand.record.Refusal.Malformed for an unknown or unreadable field, a wrong operator or operand
     */
    Condition parse(Actor actor, RecordType type, JsonNode filter);

    /** Writes a condition as {@link #parse} reads it. */
    JsonNode write(Condition condition);

    /** Reads a path such as {@code account.name}; refuses as {@link #parse} does. */
    FieldPath path(Actor actor, RecordType type, String path);

    /** Reads an order such as {@code -createdAt,name}; refuses as {@link #parse} does. */
    List<Sort> sorts(Actor actor, RecordType type, String sorts);
}
