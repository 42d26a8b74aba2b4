package org.peyvand.access;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.access.permission.Members;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.WriteGate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets single records be seen, or also changed, by users and teams whose roles do not reach them. */
@Component
public class Shares {

    private static final String SHARE = """
            insert into record_share (record_id, grantee_id, writable, created_by) values ({0}, {1}, {2}, {3})
            on conflict (record_id, grantee_id) do update set writable = excluded.writable, implied = false
            """;

    private static final String LIST = """
            select s.grantee_id, s.writable, case when u.id is null then 'teams' else 'users' end as type
            from record_share s left join app_user u on u.id = s.grantee_id
            where s.record_id = {0} order by s.created_at, s.grantee_id
            """;

    private static final String GRANTEE = """
            select 1 from app_user where id = {0} and deleted_at is null
            union all
            select 1 from team where id = {0} and deleted_at is null
            """;

    private static final String WRITABLE =
            "select 1 from record_share where record_id = {0} and grantee_id = any({1}) and writable";

    private final DSLContext sql;
    private final Models models;
    private final ReadGate reads;
    private final WriteGate writes;
    private final Visibility visibility;
    private final TransactionOperations transactions;
    private final Members members;

    Shares(
            DSLContext sql,
            Models models,
            ReadGate reads,
            WriteGate writes,
            Visibility visibility,
            TransactionOperations transactions,
            Members members) {
        this.sql = sql;
        this.models = models;
        this.reads = reads;
        this.writes = writes;
        this.visibility = visibility;
        this.transactions = transactions;
        this.members = members;
    }

    /** Shares a record that the actor may change with a user or team; sharing again changes what the share allows. */
    public void share(Actor actor, RecordRef record, UUID grantee, boolean writable) {
        demandUpdatable(actor, record);
        if (sql.fetchOne(GRANTEE, DSL.val(grantee)) == null) {
            throw new Refusal.Invalid(List.of(Problem.of("grantee", "share-not-a-grantee")));
        }
        transactions.executeWithoutResult(status -> {
            sql.execute(
                    SHARE,
                    DSL.val(record.id()),
                    DSL.val(grantee),
                    DSL.val(writable),
                    DSL.val(actor.user(), UUID.class));
            members.forgetAfterCommit();
            log(actor, "share", record, grantee);
        });
    }

    /** Takes a share back; taking back what is not shared changes nothing. */
    public void revoke(Actor actor, RecordRef record, UUID grantee) {
        demandUpdatable(actor, record);
        transactions.executeWithoutResult(status -> {
            int gone = sql.execute(
                    "delete from record_share where record_id = {0} and grantee_id = {1}",
                    DSL.val(record.id()), DSL.val(grantee));
            if (gone > 0) {
                log(actor, "unshare", record, grantee);
            }
        });
    }

    /** With whom a record is shared that the actor may see. */
    public List<Share> list(Actor actor, RecordRef record) {
        demandVisible(actor, record);
        return sql.fetch(LIST, DSL.val(record.id()))
                .map(row -> new Share(
                        new RecordRef(row.get("type", String.class), row.get("grantee_id", UUID.class)),
                        row.get("writable", Boolean.class)));
    }

    private RecordType demandVisible(Actor actor, RecordRef record) {
        RecordType type = models.current().find(record.type()).orElseThrow(Refusal.NotFound::new);
        if (reads.find(actor, type, record.id()).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return type;
    }

    private void demandUpdatable(Actor actor, RecordRef record) {
        if (!isUpdatable(actor, demandVisible(actor, record), record)) {
            throw new Refusal.Forbidden("not-allowed");
        }
    }

    /** Whether the actor may change a record that they see, by right or because it is shared with them. */
    private boolean isUpdatable(Actor actor, RecordType type, RecordRef record) {
        return switch (visibility.reach(actor, type, Operation.UPDATE)) {
            case Reach.None none -> false;
            case Reach.All all -> true;
            case Reach.Some some -> isWithin(some, type, record);
            case Reach.Through through -> false;
            case Reach.Audience seen -> seen.owner().equals(stored(type, record).get(SystemFields.OWNER));
        };
    }

    private StoredRecord stored(RecordType type, RecordRef record) {
        return reads.find(Actor.system(), type, record.id()).orElseThrow(Refusal.NotFound::new);
    }

    private boolean isWithin(Reach.Some reach, RecordType type, RecordRef record) {
        StoredRecord stored = stored(type, record);
        UUID team = stored.get(SystemFields.TEAM);
        return reach.owner().equals(stored.get(SystemFields.OWNER))
                || (team != null && reach.teams().contains(team))
                || sql.fetchOne(
                                WRITABLE,
                                DSL.val(record.id()),
                                DSL.val(reach.grantees().toArray(UUID[]::new)))
                        != null;
    }

    /** A share is no value of the record, so the act stands in the log by itself. */
    private void log(Actor actor, String act, RecordRef record, UUID grantee) {
        writes.begin(actor, Batch.Kind.EDIT, act + " " + record.type() + "/" + record.id() + " " + grantee);
    }

    /**
     * A share.
     *
     * @param grantee the user or team
     * @param writable whether they may also change the record
     */
    public record Share(RecordRef grantee, boolean writable) {}
}
