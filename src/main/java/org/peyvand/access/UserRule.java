package org.peyvand.access;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.Members;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Users: roles and the active state change by the calls of {@link Users} alone, whoever else writes (forms, imports, undo);
 * e-mail addresses, by which people sign in, by administrators; nobody deletes themselves or an administrator.
 */
@Component
class UserRule implements RecordRule {

    private final Actors actors;
    private final Members members;

    UserRule(Actors actors, Members members) {
        this.actors = actors;
        this.members = members;
    }

    @Override
    public RecordType type() {
        return User.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        for (Pending pending : context.pending()) {
            switch (pending.act()) {
                case CREATE -> keepGuarded(context, pending);
                case UPDATE -> {
                    keepGuarded(context, pending);
                    keepAddress(context, pending);
                }
                case DELETE -> keepAdministrators(context, pending);
                case RESTORE -> {}
            }
            timeZoneExists(pending);
        }
        members.forgetAfterCommit();
    }

    private static void keepGuarded(RuleContext context, Pending pending) {
        if (OwnWrites.underWay() || isDemo(context)) {
            return;
        }
        if (differs(pending, User.ACTIVE, Boolean.FALSE.equals(pending.after(User.ACTIVE)))) {
            pending.refuse(Problem.of(User.ACTIVE.name(), "read-only"));
        }
        JsonNode roles = pending.after(User.ROLES);
        if (differs(pending, User.ROLES, roles == null || roles.isEmpty())) {
            pending.refuse(Problem.of(User.ROLES.name(), "read-only"));
        }
    }

    /** The program itself fills a demo company with people who can sign in. */
    private static boolean isDemo(RuleContext context) {
        return context.actor().isSystem() && context.kind() == Batch.Kind.DEMO;
    }

    /** A new user begins without anything; an existing one keeps what they have. */
    private static boolean differs(Pending pending, Field<?> field, boolean isNothing) {
        return pending.changes(field) && !(pending.act() == Pending.Act.CREATE && isNothing);
    }

    private void keepAddress(RuleContext context, Pending pending) {
        if (pending.changes(User.EMAIL) && !OwnWrites.underWay() && !actors.isAdministrator(context.actor())) {
            pending.refuse(Problem.of(User.EMAIL.name(), "administrator-only"));
        }
    }

    private static void keepAdministrators(RuleContext context, Pending pending) {
        if (pending.id().equals(context.actor().user())) {
            pending.refuse(Problem.of("", "user-self"));
        } else if (Boolean.TRUE.equals(pending.before(User.ACTIVE))
                && Users.isAdministrator(pending.before(User.ROLES))) {
            pending.refuse(Problem.of("", "user-administrator"));
        }
    }

    private static void timeZoneExists(Pending pending) {
        if (pending.changes(User.TIME_ZONE) && !isZone(pending.after(User.TIME_ZONE))) {
            pending.refuse(Problem.of(User.TIME_ZONE.name(), "unknown-time-zone"));
        }
    }

    private static boolean isZone(@Nullable String name) {
        try {
            return name == null || ZoneId.of(name) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
