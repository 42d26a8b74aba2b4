package org.peyvand.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;
import org.peyvand.record.write.RecordIds;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table notice. */
@Component
final class NoticeRows {

    /** Announces the user of a new notice to every node, at the commit. */
    static final String CHANNEL = "notices";

    /** More than that is "many" to everybody. */
    static final int MOST_COUNTED = 100;

    private static final String TELL = """
            with given as (
                select r.*,
                    coalesce((c.wanted ->> 'page')::boolean, r.page) as on_page,
                    coalesce((c.wanted ->> 'email')::boolean, r.email) as by_email,
                    coalesce((c.wanted ->> 'sms')::boolean, r.sms) as by_sms
                from jsonb_to_recordset({0}) as r (
                    id uuid, user_id uuid, key text, kind text, by_user uuid, subject_type text, subject_id uuid,
                    path text, arguments jsonb, count integer, summed boolean, page boolean, email boolean, sms boolean)
                join app_user u on u.id = r.user_id and u.active and u.deleted_at is null
                cross join lateral (
                    select jsonb_object_agg(way, wanted) as wanted
                    from notice_choice where user_id = r.user_id and kind = r.kind) c
            ), told as (
                insert into notice as n
                    (id, user_id, key, kind, by_user, subject_type, subject_id, path, arguments, count, shown)
                select id, user_id, key, kind, by_user, subject_type, subject_id, path, arguments, count, on_page
                from given where on_page or by_email or by_sms
                order by user_id, key
                on conflict (user_id, key) do update
                set count = n.count + excluded.count, told_at = clock_timestamp(), read_at = null
                where exists (
                    select from given g where g.user_id = excluded.user_id and g.key = excluded.key and g.summed)
                returning n.id, n.user_id, case when n.shown then pg_notify('notices', n.user_id::text) end as said
            )
            select t.id, t.user_id, g.by_email, g.by_sms, t.said from told t join given g on g.id = t.id
            """;

    private static final String PAGE = """
            select * from notice
            where user_id = {0} and shown and ({1}::timestamptz is null or (told_at, id) < ({1}, {2}))
                and (not {3} or read_at is null)
            order by told_at desc, id desc limit {4}
            """;

    private static final String SINCE = """
            select * from notice where user_id = {0} and shown and read_at is null and told_at > {1}
            order by told_at, id limit {2}
            """;

    private static final String UNREAD_OF = """
            select * from notice
            where user_id = {0} and shown and read_at is null and kind = {1}
            order by told_at desc, id desc limit {2}
            """;

    private final DSLContext sql;

    NoticeRows(DSLContext sql) {
        this.sql = sql;
    }

    /** Tells in one statement what was not told yet; answers what is new and still has other ways to go. */
    List<Told> tell(Collection<NewNotice> notices, NoticeKinds kinds) {
        ArrayNode given = JsonNodeFactory.instance.arrayNode();
        notices.forEach(each -> given.add(json(each, kinds.declared(each.kind()))));
        return sql.fetch(TELL, DSL.val(JSONB.valueOf(given.toString())))
                .map(row -> new Told(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("user_id", UUID.class)),
                        ways(row)));
    }

    private static Set<Way> ways(Record row) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (row.get("by_email", Boolean.class)) {
            ways.add(Way.EMAIL);
        }
        if (row.get("by_sms", Boolean.class)) {
            ways.add(Way.SMS);
        }
        return ways;
    }

    private static ObjectNode json(NewNotice notice, NoticeKind kind) {
        RecordRef subject = notice.subject();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", RecordIds.next().toString());
        json.put("user_id", notice.reader().toString());
        json.put("key", notice.key());
        json.put("kind", notice.kind());
        json.put("by_user", text(notice.by()));
        json.put("subject_type", subject == null ? null : subject.type());
        json.put("subject_id", subject == null ? null : subject.id().toString());
        json.put("path", notice.path());
        json.set("arguments", Word.write(notice.arguments()));
        json.put("count", notice.count());
        json.put("summed", notice.summed());
        for (Way way : Way.values()) {
            json.put(way.key(), kind.usually().contains(way));
        }
        return json;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** The latest, or those after a place in that order. */
    List<NoticeRow> page(UUID user, @Nullable Instant before, @Nullable UUID id, boolean unread, int limit) {
        return sql.fetch(
                        PAGE,
                        DSL.val(user),
                        DSL.val(
                                before == null ? null : before.atOffset(ZoneOffset.UTC),
                                java.time.OffsetDateTime.class),
                        DSL.val(id, UUID.class),
                        DSL.val(unread),
                        DSL.val(limit))
                .map(NoticeRow::of);
    }

    /** Those of a kind that were not read, latest first. */
    List<NoticeRow> unread(UUID user, String kind, int limit) {
        return sql.fetch(UNREAD_OF, DSL.val(user), DSL.val(kind), DSL.val(limit))
                .map(NoticeRow::of);
    }

    /** What came after an instant and was not read, oldest first. */
    List<NoticeRow> since(UUID user, Instant at, int limit) {
        return sql.fetch(SINCE, DSL.val(user), DSL.val(at.atOffset(ZoneOffset.UTC)), DSL.val(limit))
                .map(NoticeRow::of);
    }

    Optional<NoticeRow> find(UUID id) {
        return sql.resultQuery("select * from notice where id = {0}", DSL.val(id))
                .fetchOptional(NoticeRow::of);
    }

    int unread(UUID user) {
        Integer count = sql.resultQuery(
                        "select count(*) from (select 1 from notice where user_id = {0} and shown and read_at is null"
                                + " limit {1}) t",
                        DSL.val(user), DSL.val(MOST_COUNTED))
                .fetchOne(0, Integer.class);
        return count == null ? 0 : count;
    }

    /** Answers whether the user has such a notice, read before or not. */
    boolean read(UUID user, UUID id) {
        return sql.fetch(
                        "with n as (update notice set read_at = coalesce(read_at, now()) where id = {0} and user_id = {1}"
                                + " returning user_id) select pg_notify('notices', user_id::text) from n",
                        DSL.val(id), DSL.val(user))
                .isNotEmpty();
    }

    /** Answers whether the user has such a notice; it counts as unread from now on. */
    boolean keep(UUID user, UUID id) {
        return sql.fetch(
                        "with n as (update notice set read_at = null where id = {0} and user_id = {1}"
                                + " returning user_id) select pg_notify('notices', user_id::text) from n",
                        DSL.val(id), DSL.val(user))
                .isNotEmpty();
    }

    /** Marks everything read that was told until an instant. */
    void readAll(UUID user, Instant until) {
        sql.fetch(
                "with n as (update notice set read_at = now() where user_id = {0} and shown and read_at is null"
                        + " and told_at <= {1} returning user_id)"
                        + " select pg_notify('notices', user_id::text) from n limit 1",
                DSL.val(user), DSL.val(until.atOffset(ZoneOffset.UTC)));
    }

    /** The present by the database's clock, which stamps what is told. */
    Instant now() {
        java.time.OffsetDateTime now =
                sql.resultQuery("select clock_timestamp()").fetchOne(0, java.time.OffsetDateTime.class);
        return Objects.requireNonNull(now).toInstant();
    }

    /**
     * A notice that was told just now.
     *
     * @param ways those it still has to go
     */
    record Told(UUID id, UUID reader, Set<Way> ways) {}
}
