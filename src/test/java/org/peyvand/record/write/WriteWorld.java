package org.peyvand.record.write;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Tag;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Field;
import org.peyvand.testing.TestDatabase;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A database with one record type, a gate to it whose statements are counted, and people with different rights. */
final class WriteWorld implements AutoCloseable {

    static final UUID SOUTH = new UUID(7, 1);
    static final UUID NORTH = new UUID(7, 2);

    final TestDatabase database = TestDatabase.fresh();
    final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    final FakeVisibility visibility = new FakeVisibility();
    final Models models = () -> new Model(1, List.of(Firm.TYPE, Tag.TYPE));
    final DSLContext sql;
    final DataSourceTransactionManager transactions;
    final WriteGate gate;
    final ChangeLog log;

    WriteWorld(RecordRule... rules) {
        database.sql().execute(Firm.TABLE);
        var configuration = new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(database.dataSource())))
                .set(SQLDialect.POSTGRES);
        configuration.set(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                statements.add(String.valueOf(context.sql()));
            }
        });
        sql = DSL.using(configuration);
        transactions = new DataSourceTransactionManager(database.dataSource());
        gate = new DatabaseWriteGate(sql, transactions, models, visibility, DatabaseWriteGate.Extensions.of(rules));
        Rights rights = new Rights(visibility);
        log = new DatabaseChangeLog(sql, models, rights, new Undoing(sql, transactions, models, gate, rights));
    }

    static Actor user(long number, UUID... teams) {
        Set<UUID> in = new LinkedHashSet<>(List.of(teams));
        return new Actor(
                new UUID(5, number), "User " + number, Actor.Kind.USER, null, ZoneId.of("Asia/Tehran"), in, in);
    }

    UUID create(Actor actor, Draft draft) {
        return java.util.Objects.requireNonNull(gate.write(actor, Batch.of(new Write.Create(Firm.TYPE, null, draft)))
                .single()
                .id());
    }

    Outcome update(Actor actor, UUID id, Draft draft) {
        return gate.write(actor, Batch.of(new Write.Update(Firm.TYPE, id, null, draft)))
                .single();
    }

    /** What stands in the row, the stamps of the last change aside. */
    Map<String, @Nullable Object> row(UUID id) {
        Map<String, @Nullable Object> row = new HashMap<>();
        database.sql()
                .fetchSingle("select * from firm where id = ?", id)
                .intoMap()
                .forEach(row::put);
        return row;
    }

    List<String> tags(UUID id) {
        return database.sql()
                .fetch("select name from record_tag r join tag t on t.id = r.tag_id where record_id = ? order by 1", id)
                .getValues(0, String.class);
    }

    @Override
    public void close() {
        database.close();
    }

    /** Everybody sees and does everything, unless a test says otherwise. */
    static final class FakeVisibility implements Visibility {

        final Map<String, Reach> reaches = new ConcurrentHashMap<>();
        final Map<String, FieldAccess> fields = new ConcurrentHashMap<>();

        void reach(Actor actor, Operation operation, Reach reach) {
            reaches.put(actor.name() + operation, reach);
        }

        void field(Actor actor, Field<?> field, FieldAccess access) {
            fields.put(actor.name() + field.name(), access);
        }

        @Override
        public Reach reach(Actor actor, RecordType type, Operation operation) {
            return reaches.getOrDefault(actor.name() + operation, Reach.ALL);
        }

        @Override
        public FieldAccess access(Actor actor, RecordType type, Field<?> field) {
            return fields.getOrDefault(actor.name() + field.name(), FieldAccess.WRITABLE);
        }
    }
}
