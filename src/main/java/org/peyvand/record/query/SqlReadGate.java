package org.peyvand.record.query;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.sql.RecordTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The read gate over PostgreSQL. Without a {@link Visibility} it cannot be made, and nothing starts. */
@Component
final class SqlReadGate implements ReadGate {

    private static final int MOST_LIMIT = 200;
    private static final int STRIDE = 1_000;
    private static final int SECONDS = 10;

    private final Models models;
    private final Visibility visibility;
    private final Clock clock;
    private final TimedSql quick;
    private final TimedSql prompt;
    private final TimedSql patient;

    @Autowired
    SqlReadGate(DSLContext sql, Models models, Visibility visibility) {
        this(sql, models, visibility, Clock.systemUTC());
    }

    SqlReadGate(DSLContext sql, Models models, Visibility visibility, Clock clock) {
        this.models = models;
        this.visibility = visibility;
        this.clock = clock;
        quick = TimedSql.seconds(1, sql);
        prompt = TimedSql.seconds(SECONDS, sql);
        patient = TimedSql.patient(sql);
    }

    private Sight sight(Actor actor) {
        return new Sight(actor, models.current(), visibility, actor.today(clock));
    }

    @Override
    public Page<StoredRecord> page(Actor actor, Query query) {
        if (query.limit() < 1 || query.limit() > MOST_LIMIT) {
            throw Sight.refusal("limit", "bad-limit", Integer.toString(MOST_LIMIT));
        }
        return new Listing(sight(actor), query, prompt).page();
    }

    @Override
    public Optional<StoredRecord> find(Actor actor, RecordType type, UUID id) {
        Sight sight = sight(actor);
        RecordTable table = RecordTable.of(sight.effective(type), "t");
        Optional<StoredRecord> found =
                fetch(sight, table, table.id().eq(id)).stream().findFirst();
        return found.isPresent()
                ? found
                : fetch(sight, table, table.id().eq(survivor(id))).stream().findFirst();
    }

    @Override
    public boolean isWithin(Actor actor, RecordType type, UUID id, Operation operation) {
        return !within(actor, type, List.of(id), operation).isEmpty();
    }

    @Override
    public Set<UUID> within(Actor actor, RecordType type, Collection<UUID> ids, Operation operation) {
        Reach reach = visibility.reach(actor, type, operation);
        if (ids.isEmpty() || reach instanceof Reach.None) {
            return Set.of();
        }
        if (reach instanceof Reach.All) {
            return Set.copyOf(ids);
        }
        RecordTable table = RecordTable.of(type, "t");
        org.jooq.Condition among = table.id().eq(DSL.any(ids.toArray(UUID[]::new)));
        return Set.copyOf(prompt.askKnown(db -> db.select(table.id())
                .from(table.table())
                .where(among.and(table.within(reach, operation)))
                .fetch(table.id())));
    }

    private static org.jooq.Field<UUID> survivor(UUID id) {
        return DSL.field(
                "(select i.merged_into from record_identity i where i.id = {0})", SQLDataType.UUID, DSL.val(id));
    }

    @Override
    public Map<UUID, StoredRecord> findAll(Actor actor, RecordType type, Collection<UUID> ids) {
        Sight sight = sight(actor);
        RecordTable table = RecordTable.of(sight.effective(type), "t");
        Map<UUID, StoredRecord> found = new HashMap<>();
        org.jooq.Condition among = table.id().eq(DSL.any(ids.toArray(UUID[]::new)));
        fetch(sight, table, among.and(table.deletedAt().isNull())).forEach(each -> found.put(each.id(), each));
        return found;
    }

    private List<StoredRecord> fetch(Sight sight, RecordTable table, org.jooq.Condition which) {
        Columns columns = new Columns(sight, table, null);
        return prompt.askKnown(db -> db.select(columns.select())
                        .from(table.table())
                        .where(which, sight.sees(table))
                        .fetch())
                .map(columns::read);
    }

    @Override
    public Count count(Actor actor, Query query) {
        Select<?> some = matches(sight(actor), query, Count.CAP + 1);
        int count = prompt.ask(db -> db.fetchCount(some));
        return new Count(Math.min(count, Count.CAP), count > Count.CAP);
    }

    @Override
    public Optional<Count> glance(Actor actor, Query query, int limit) {
        Select<?> some = matches(sight(actor), query, limit + 1);
        try {
            int count = quick.ask(db -> db.fetchCount(some));
            return Optional.of(new Count(Math.min(count, limit), count > limit));
        } catch (Refusal.TooSlow _) {
            return Optional.empty();
        }
    }

    @Override
    public long exactCount(Actor actor, Query query) {
        Select<?> all = matches(sight(actor), query, null);
        return patient.ask(db -> db.fetchCount(all));
    }

    private static Select<?> matches(Sight sight, Query query, @Nullable Integer limit) {
        RecordTable table = RecordTable.of(sight.effective(query.type()), "t");
        var matching = DSL.select(DSL.one().as("found"))
                .from(table.table())
                .where(Matching.reached(sight, new ConditionCompiler(sight), query, table));
        return limit == null ? matching : matching.limit(limit);
    }

    @Override
    public List<Group> groups(Actor actor, Query query, List<Group.Key> keys, List<Group.Measure> measures) {
        return new Grouping(sight(actor), query, keys, measures).groups(prompt);
    }

    @Override
    public void each(Actor actor, Query query, Consumer<StoredRecord> consumer) {
        Listing listing = new Listing(sight(actor), query, patient);
        List<Listing.Row> rows = listing.rows(null, STRIDE);
        while (!rows.isEmpty()) {
            rows.forEach(row -> consumer.accept(row.record()));
            rows = rows.size() < STRIDE
                    ? List.of()
                    : listing.rows(rows.getLast().cursor(), STRIDE);
        }
    }

    @Override
    public Map<RecordRef, RecordName> names(Actor actor, Collection<RecordRef> refs) {
        return new Names(sight(actor), prompt).of(new LinkedHashSet<>(refs));
    }

    @Override
    public Map<RecordRef, RecordName> namesIn(Actor actor, Collection<StoredRecord> records) {
        return names(actor, Names.references(records));
    }

    @Override
    public List<Hit> search(Actor actor, String words, Set<RecordType> types, int limit) {
        Sight sight = sight(actor);
        Collection<RecordType> searched = types.isEmpty() ? sight.model().types() : types;
        return new Searching(
                        sight,
                        prompt,
                        searched.stream()
                                .filter(type -> type.is(RecordType.Flag.SEARCHABLE))
                                .toList(),
                        limit)
                .hits(words);
    }

    @Override
    public List<Candidate> candidates(
            Actor actor, RecordType type, Map<String, @Nullable Object> values, @Nullable UUID except) {
        return new Comparing(sight(actor), type, values, except).candidates(prompt);
    }

    @Override
    public Condition parse(Actor actor, RecordType type, JsonNode filter) {
        return new FilterParser(sight(actor)).parse(type, filter);
    }

    @Override
    public JsonNode write(Condition condition) {
        return FilterWriter.write(condition);
    }

    @Override
    public FieldPath path(Actor actor, RecordType type, String path) {
        return new PathParser(sight(actor)).path(type, path);
    }

    @Override
    public List<Sort> sorts(Actor actor, RecordType type, String sorts) {
        return new PathParser(sight(actor)).sorts(type, sorts);
    }
}
