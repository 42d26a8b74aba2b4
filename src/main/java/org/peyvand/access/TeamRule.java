package org.peyvand.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.Members;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.stereotype.Component;

/** Teams form a tree: no team lies below itself. Moves are made one after the other, so that two cannot close a ring. */
@Component
class TeamRule implements RecordRule {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('peyvand team tree'))";
    private static final String TREE = "select id, parent_id from team where parent_id is not null";

    private final DSLContext sql;
    private final Members members;

    TeamRule(DSLContext sql, Members members) {
        this.sql = sql;
        this.members = members;
    }

    @Override
    public RecordType type() {
        return Team.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        if (context.pending().stream().anyMatch(TeamRule::moves)) {
            keepTree(context);
        }
        members.forgetAfterCommit();
    }

    private void keepTree(RuleContext context) {
        Map<UUID, UUID> parents = parents();
        for (Pending pending : context.pending()) {
            UUID parent = pending.after(Team.PARENT);
            if (parent == null) {
                parents.remove(pending.id());
            } else {
                parents.put(pending.id(), parent);
            }
        }
        for (Pending pending : context.pending()) {
            if (moves(pending) && isBelowItself(parents, pending.id())) {
                pending.refuse(Problem.of(Team.PARENT.name(), "team-ring"));
            }
        }
    }

    private static boolean moves(Pending pending) {
        return pending.changes(Team.PARENT) && pending.after(Team.PARENT) != null;
    }

    private static boolean isBelowItself(Map<UUID, UUID> parents, UUID team) {
        Set<UUID> seen = new HashSet<>();
        @Nullable UUID above = parents.get(team);
        while (above != null && seen.add(above)) {
            if (above.equals(team)) {
                return true;
            }
            above = parents.get(above);
        }
        return false;
    }

    private Map<UUID, UUID> parents() {
        sql.execute(LOCK);
        Map<UUID, UUID> parents = new HashMap<>();
        sql.fetch(TREE).forEach(row -> parents.put(row.get("id", UUID.class), row.get("parent_id", UUID.class)));
        return parents;
    }
}
