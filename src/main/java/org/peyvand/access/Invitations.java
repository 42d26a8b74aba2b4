package org.peyvand.access;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.signin.Passwords;
import org.peyvand.access.signin.RandomText;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Draft;
import org.peyvand.setting.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links that let one person choose a password, once: the first administrator's, those of invited colleagues, and those
 * for who forgot it. They lead to the configured address, never to the one a request named.
 */
@Component
public class Invitations {

    private static final Duration OF_NEWCOMERS = Duration.ofDays(7);
    private static final Duration OF_KNOWN = Duration.ofMinutes(30);

    private static final String INSERT = """
            insert into sign_in_link (hash, user_id, created_by, expires_at)
            values ({0}, {1}, {2}, now() + {3} * interval '1 second')
            """;

    private static final String VALID = """
            select u.id, u.name, u.email, exists (select 1 from credential c where c.user_id = u.id) as known
            from sign_in_link l
            join app_user u on u.id = l.user_id and u.deleted_at is null
            where l.hash = {0} and l.used_at is null and l.expires_at > now()
            """;

    private static final String USE = """
            update sign_in_link set used_at = now()
            where hash = {0} and used_at is null and expires_at > now()
            returning user_id
            """;

    private final DSLContext sql;
    private final OwnWrites writes;
    private final Standing standing;
    private final Passwords passwords;
    private final Settings settings;
    private final TransactionOperations transactions;
    private final Ports ports;

    Invitations(
            DSLContext sql,
            OwnWrites writes,
            Standing standing,
            Passwords passwords,
            Settings settings,
            TransactionOperations transactions,
            Ports ports) {
        this.sql = sql;
        this.writes = writes;
        this.standing = standing;
        this.passwords = passwords;
        this.settings = settings;
        this.transactions = transactions;
        this.ports = ports;
    }

    /** Whether links are sent to their users, so that nobody has to pass them on by hand. */
    public boolean areDelivered() {
        return ports.delivery().stream().anyMatch(LinkDelivery::isOpen);
    }

    /** Sends a newcomer the link by which they choose their password, where links are sent and they have an address. */
    void deliverInvitation(Actor actor, UUID user) {
        if (areDelivered()) {
            deliver(actor, user, LinkDelivery.Purpose.INVITATION, OF_NEWCOMERS);
        }
    }

    /** Sends somebody who forgot their password a link to choose another. */
    void deliverReset(UUID user) {
        if (areDelivered()) {
            deliver(Actor.system(), user, LinkDelivery.Purpose.RESET, OF_KNOWN);
        }
    }

    private void deliver(Actor actor, UUID user, LinkDelivery.Purpose purpose, Duration holds) {
        transactions.executeWithoutResult(status -> {
            Record found = sql.fetchOne(
                    "select name, email from app_user where id = {0} and deleted_at is null", DSL.val(user));
            if (found == null || found.get("email", String.class) == null) {
                return;
            }
            String href = make(actor, user, holds);
            var link = new LinkDelivery.Link(
                    UUID.randomUUID().toString(),
                    purpose,
                    user,
                    found.get("name", String.class),
                    href,
                    ports.clock().instant().plus(holds));
            ports.delivery().stream().filter(LinkDelivery::isOpen).forEach(each -> each.deliver(link));
        });
    }

    /**
     * Makes a link for a user and voids earlier ones; for administrators. It holds for 7 days when the user has no password
     * yet, else for 30 minutes.
     *
     * @return the whole address, which can be read only now
     */
    public String link(Actor actor, UUID user) {
        writes.demandAdministrator(actor);
        standing.demandExisting(user);
        return make(actor, user, passwords.exists(user) ? OF_KNOWN : OF_NEWCOMERS);
    }

    /** Makes the link that begins an installation; it holds for 30 minutes. */
    String firstLink(UUID user) {
        return make(Actor.system(), user, OF_KNOWN);
    }

    /** Whom a link is for; empty when it is used, expired or was never made. */
    public Optional<Invited> find(String token) {
        Record row = sql.fetchOne(VALID, DSL.val(RandomText.hash(token)));
        return Optional.ofNullable(row)
                .map(found -> new Invited(
                        found.get("id", UUID.class),
                        found.get("name", String.class),
                        found.get("email", String.class),
                        found.get("known", Boolean.class)));
    }

    /**
     * Uses a link: stores the password, lets a newcomer in and voids the user's other links.
     *
     * @param email the address to sign in by, for who has none yet; ignored for others
     * @return the user, who has thereby proved who they are
     * @throws Refusal.NotFound when the link is not valid any more
     */
    public UUID accept(String token, @Nullable String email, String password) {
        Invited invited = find(token).orElseThrow(Refusal.NotFound::new);
        List<Problem> problems = new ArrayList<>(Passwords.problems(password));
        boolean needsAddress = invited.email() == null;
        if (needsAddress && (email == null || !email.strip().matches("[^@\\s]+@[^@\\s]+"))) {
            problems.add(Problem.of("email", "sign-in-needs-email"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        transactions.executeWithoutResult(status -> {
            UUID user = sql.resultQuery(USE, DSL.val(RandomText.hash(token))).fetchOne(0, UUID.class);
            if (user == null) {
                throw new Refusal.NotFound();
            }
            settle(invited, needsAddress && email != null ? email.strip() : null, password);
        });
        return invited.user();
    }

    private void settle(Invited invited, @Nullable String email, String password) {
        Draft draft = new Draft();
        if (!invited.known()) {
            draft.set(User.ACTIVE, true);
        }
        if (email != null) {
            draft.set(User.EMAIL, email);
        }
        if (!draft.fields().isEmpty()) {
            writes.change(Actor.system(), invited.user(), draft);
        }
        passwords.store(invited.user(), password);
        if (invited.known()) {
            ports.news().stream().forEach(each -> each.passwordReplaced(invited.user(), null));
        }
        sql.execute("delete from sign_in_link where user_id = {0} and used_at is null", DSL.val(invited.user()));
        sql.execute(
                "delete from spring_session where principal_name = {0}",
                DSL.val(invited.user().toString()));
    }

    private String make(Actor actor, UUID user, Duration holds) {
        String token = RandomText.make();
        transactions.executeWithoutResult(status -> {
            standing.voidLinks(user);
            sql.execute(
                    INSERT,
                    DSL.val(RandomText.hash(token)),
                    DSL.val(user),
                    DSL.val(actor.user(), UUID.class),
                    DSL.val(holds.toSeconds()));
        });
        return settings.baseUrl() + "/setup?token=" + token;
    }

    /** Where other modules join in. */
    @Component
    record Ports(ObjectProvider<LinkDelivery> delivery, ObjectProvider<PasswordNews> news, Clock clock) {}

    /**
     * Whom a link is for.
     *
     * @param email the address they sign in by, null when they are yet to name one
     * @param known whether they have a password already
     */
    public record Invited(UUID user, String name, @Nullable String email, boolean known) {}
}
