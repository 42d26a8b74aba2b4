package org.peyvand.customer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** No account stands below itself. The parents of a whole batch are read level by level. */
@Component
@Order(30)
final class AccountParents implements RecordRule {

    @Override
    public RecordType type() {
        return Account.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        List<Pending> moved = context.pending().stream()
                .filter(Pending::saves)
                .filter(pending -> pending.changes(Account.PARENT) && pending.after(Account.PARENT) != null)
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        Map<UUID, @Nullable UUID> parents = parents(context, moved);
        for (Pending pending : moved) {
            if (returns(pending.id(), parents)) {
                pending.refuse(Problem.of(Account.PARENT.name(), "parent-cycle"));
            }
        }
    }

    private static Map<UUID, @Nullable UUID> parents(RuleContext context, List<Pending> moved) {
        Map<UUID, @Nullable UUID> parents = new HashMap<>();
        moved.forEach(pending -> parents.put(pending.id(), pending.after(Account.PARENT)));
        for (Set<UUID> unknown = unknown(parents); !unknown.isEmpty(); unknown = unknown(parents)) {
            Map<UUID, StoredRecord> read = context.records(Account.TYPE, unknown);
            for (UUID id : unknown) {
                StoredRecord account = read.get(id);
                parents.put(id, account == null ? null : account.get(Account.PARENT));
            }
        }
        return parents;
    }

    private static Set<UUID> unknown(Map<UUID, @Nullable UUID> parents) {
        Set<UUID> unknown = new HashSet<>();
        for (UUID parent : parents.values()) {
            if (parent != null && !parents.containsKey(parent)) {
                unknown.add(parent);
            }
        }
        return unknown;
    }

    private static boolean returns(UUID start, Map<UUID, @Nullable UUID> parents) {
        Set<UUID> seen = new HashSet<>();
        for (UUID at = parents.get(start); at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(start)) {
                return true;
            }
        }
        return false;
    }
}
