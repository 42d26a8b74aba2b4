package org.peyvand.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/** Who hears of the changes of which records: the owner without asking, others when they say so. */
@Component
public class Followers {

    private static final String FOLLOW = """
            insert into follower (record_id, user_id, muted) values ({0}, {1}, {2})
            on conflict (record_id, user_id) do update set muted = excluded.muted
            """;

    private static final String LIST = """
            select f.user_id from follower f join app_user u on u.id = f.user_id and u.deleted_at is null
            where f.record_id = {0} and not f.muted order by f.since, f.user_id limit 200
            """;

    private final DSLContext sql;
    private final Models models;
    private final ReadGate reads;

    Followers(DSLContext sql, Models models, ReadGate reads) {
        this.sql = sql;
        this.models = models;
        this.reads = reads;
    }

    /** Records with an owner are followed; vocabulary and people are not. */
    public static boolean isFollowed(RecordType type) {
        return type.is(RecordType.Flag.OWNED);
    }

    /** Whether the reader hears of changes of a record they may see. */
    public boolean follows(Actor actor, RecordRef record) {
        StoredRecord found = demandVisible(actor, record);
        Boolean muted = sql.resultQuery(
                        "select muted from follower where record_id = {0} and user_id = {1}",
                        DSL.val(record.id()), DSL.val(user(actor)))
                .fetchOne(0, Boolean.class);
        return muted == null ? user(actor).equals(found.get(SystemFields.OWNER)) : !muted;
    }

    /** Begins to follow; again changes nothing. */
    public void follow(Actor actor, RecordRef record) {
        demandVisible(actor, record);
        sql.execute(FOLLOW, DSL.val(record.id()), DSL.val(user(actor)), DSL.val(false));
    }

    /** Ends following, also of a record one owns. */
    public void unfollow(Actor actor, RecordRef record) {
        StoredRecord found = demandVisible(actor, record);
        if (user(actor).equals(found.get(SystemFields.OWNER))) {
            sql.execute(FOLLOW, DSL.val(record.id()), DSL.val(user(actor)), DSL.val(true));
        } else {
            sql.execute(
                    "delete from follower where record_id = {0} and user_id = {1}",
                    DSL.val(record.id()), DSL.val(user(actor)));
        }
    }

    /** Those who said that they follow a record the actor may see, in the order in which they began. */
    public List<UUID> of(Actor actor, RecordRef record) {
        demandVisible(actor, record);
        return sql.fetch(LIST, DSL.val(record.id())).map(row -> row.get("user_id", UUID.class));
    }

    /** What was said about some records: by record and user, whether they are muted. */
    Map<UUID, Map<UUID, Boolean>> said(Collection<UUID> records) {
        Map<UUID, Map<UUID, Boolean>> said = new HashMap<>();
        sql.fetch(
                        "select record_id, user_id, muted from follower where record_id = any({0})",
                        DSL.val(records.toArray(UUID[]::new)))
                .forEach(row -> said.computeIfAbsent(row.get("record_id", UUID.class), none -> new HashMap<>())
                        .put(row.get("user_id", UUID.class), row.get("muted", Boolean.class)));
        return said;
    }

    private StoredRecord demandVisible(Actor actor, RecordRef record) {
        RecordType type = models.current()
                .find(record.type())
                .filter(Followers::isFollowed)
                .orElseThrow(Refusal.NotFound::new);
        return reads.find(actor, type, record.id()).orElseThrow(Refusal.NotFound::new);
    }

    private static UUID user(Actor actor) {
        return Objects.requireNonNull(actor.user(), "the program itself follows nothing");
    }
}
