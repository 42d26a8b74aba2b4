package org.peyvand.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.ShippedRoles;
import org.peyvand.access.signin.BrowserSessions;
import org.peyvand.access.signin.Passwords;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.Written;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** What is done with users beyond patching their records; each call leaves a change set. */
@Component
public class Users {

    private final OwnWrites writes;
    private final Roles roles;
    private final Standing standing;
    private final Passwords passwords;
    private final BrowserSessions sessions;
    private final TransactionOperations transactions;
    private final Invitations invitations;
    private final ObjectProvider<PasswordNews> news;

    Users(
            OwnWrites writes,
            Roles roles,
            Standing standing,
            Passwords passwords,
            BrowserSessions sessions,
            TransactionOperations transactions,
            Invitations invitations,
            ObjectProvider<PasswordNews> news) {
        this.writes = writes;
        this.roles = roles;
        this.standing = standing;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transactions = transactions;
        this.invitations = invitations;
        this.news = news;
    }

    /**
     * Makes a user, inactive until they can sign in, which a password makes them. For administrators.
     *
     * @param id brought by the caller, or null
     * @param draft the fields; {@code roles} in it are ids, {@code {"id"}} objects or names
     * @param password the first password, or null
     */
    public Written create(Actor actor, @Nullable UUID id, Draft draft, @Nullable String password) {
        writes.demandAdministrator(actor);
        Passwords.problems(password).forEach(draft::problem);
        if (draft.fields().contains(User.ACTIVE.name())) {
            draft.problem(Problem.of(User.ACTIVE.name(), "read-only"));
        }
        if (draft.values().get(User.ROLES.name()) instanceof JsonNode named) {
            roles.resolve(named, draft);
        }
        draft.set(User.ACTIVE, password != null);
        if (!draft.fields().contains(SystemFields.TEAM.name())) {
            draft.set(SystemFields.TEAM, null);
        }
        return within(() -> {
            Written written = writes.write(actor, new Write.Create(User.TYPE, id, draft));
            UUID made = written.single().id();
            if (made != null && written.changeSet() != null) {
                begin(actor, made, password);
            }
            return written;
        });
    }

    /** Who was given no password is sent the link to choose one, where links are sent. */
    private void begin(Actor actor, UUID made, @Nullable String password) {
        if (password == null) {
            invitations.deliverInvitation(actor, made);
        } else {
            passwords.store(made, password);
        }
    }

    /** Changes fields of a user and, when the draft names them, the roles as {@link #create} does. For administrators. */
    public Written change(Actor actor, UUID user, Draft draft) {
        writes.demandAdministrator(actor);
        if (draft.fields().contains(User.ACTIVE.name())) {
            draft.problem(Problem.of(User.ACTIVE.name(), "read-only"));
        }
        if (draft.values().get(User.ROLES.name()) instanceof JsonNode named) {
            roles.resolve(named, draft);
        }
        return within(() -> {
            Written written = writes.change(actor, user, draft);
            standing.demandAnAdministrator();
            return written;
        });
    }

    /** Gives a user exactly these roles, named as {@link #create} takes them. For administrators. */
    public Written setRoles(Actor actor, UUID user, JsonNode named) {
        return change(actor, user, Draft.of(User.ROLES, named));
    }

    /** Puts a user into a team, or into none. For administrators. */
    public Written setTeam(Actor actor, UUID user, @Nullable UUID team) {
        writes.demandAdministrator(actor);
        return writes.change(actor, user, Draft.of(SystemFields.TEAM, team));
    }

    /** Lets a user in again. For administrators. */
    public Written activate(Actor actor, UUID user) {
        writes.demandAdministrator(actor);
        return writes.change(actor, user, Draft.of(User.ACTIVE, true));
    }

    /** Keeps a user out at once: sessions end, tokens and links are void for good. For administrators. */
    public Written deactivate(Actor actor, UUID user) {
        writes.demandAdministrator(actor);
        return within(() -> {
            Written written = writes.change(actor, user, Draft.of(User.ACTIVE, false));
            standing.demandAnAdministrator();
            standing.revoke(user);
            sessions.end(user, null);
            return written;
        });
    }

    /**
     * Gives a user another password and ends all their sessions but one. A user needs the present password, an
     * administrator does not need that of others.
     *
     * @param present the present password, or null when an administrator sets that of somebody else
     * @param keptSession the id of the session that may live on, or null
     */
    public void setPassword(
            Actor actor, UUID user, @Nullable String present, String password, @Nullable String keptSession) {
        writes.demandSelfOrAdministrator(actor, user);
        boolean own = user.equals(actor.user());
        if (own && passwords.exists(user) && (present == null || !passwords.isOf(user, present))) {
            throw new Refusal.Invalid(List.of(Problem.of("present", "password-wrong")));
        }
        within(() -> {
            standing.demandExisting(user);
            passwords.store(user, password);
            standing.voidLinks(user);
            sessions.end(user, own ? keptSession : null);
            news.stream().forEach(each -> each.passwordReplaced(user, actor.user()));
            return null;
        });
    }

    /** Whether the user holds the administrator's role. */
    public static boolean isAdministrator(@Nullable JsonNode roles) {
        return roles != null
                && roles.valueStream()
                        .anyMatch(role -> role.path("id")
                                .asString("")
                                .equals(ShippedRoles.ADMINISTRATOR.id().toString()));
    }

    @SuppressWarnings("NullAway") // the template hands through what the callback gives
    private <T extends @Nullable Object> T within(java.util.function.Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
