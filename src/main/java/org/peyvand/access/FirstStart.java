package org.peyvand.access;

import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.permission.ShippedRoles;
import org.peyvand.access.signin.Passwords;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.setting.Settings;
import org.peyvand.setting.Settings.FirstAdministrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Before anybody is let in: the shipped roles, the first administrator, or the link by which to become it. */
@Component
@Order(FirstStart.ORDER)
class FirstStart implements ApplicationRunner {

    /** Before demo data and whatever else needs users. */
    static final int ORDER = -100;

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('peyvand first start'))";
    private static final String TOKEN_NAME = "PEYVAND_ADMIN_TOKEN";

    private static final String BY_EMAIL =
            "select id from app_user where lower(email) = lower({0}) and deleted_at is null";

    /** An administrator who may come in, or one who was invited and has not come yet. */
    private static final String ANY_ADMINISTRATOR = """
            select id from app_user
            where deleted_at is null and roles @> jsonb_build_array(jsonb_build_object('id', {0}::text))
            order by active desc, created_at limit 1
            """;

    private static final String SOMEBODY_CAN_ADMINISTER = """
            select u.id from app_user u join credential c on c.user_id = u.id
            where u.active and u.deleted_at is null
                and u.roles @> jsonb_build_array(jsonb_build_object('id', {0}::text)) limit 1
            """;

    private final DSLContext sql;
    private final OwnWrites writes;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Invitations invitations;
    private final Models models;
    private final Messages messages;
    private final Settings settings;
    private final TransactionOperations transactions;

    FirstStart(
            DSLContext sql,
            OwnWrites writes,
            Passwords passwords,
            Tokens tokens,
            Invitations invitations,
            Models models,
            Messages messages,
            Settings settings,
            TransactionOperations transactions) {
        this.sql = sql;
        this.writes = writes;
        this.passwords = passwords;
        this.tokens = tokens;
        this.invitations = invitations;
        this.models = models;
        this.messages = messages;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String link = transactions.execute(status -> {
            sql.execute(LOCK);
            shipRoles();
            settings.administrator().ifPresent(this::nameAdministrator);
            return somebodyCanAdminister() ? "" : invitations.firstLink(administrator());
        });
        if (link != null && !link.isEmpty()) {
            log.warn("Nobody can administer yet. Choose a password within 30 minutes at {}", link);
        }
    }

    private void shipRoles() {
        for (ShippedRoles role : ShippedRoles.values()) {
            if (sql.fetchOne("select 1 from record_identity where id = {0}", DSL.val(role.id())) == null) {
                Draft draft = Draft.of(Role.NAME, role.roleName()).set(Role.TYPES, role.types(models.current()));
                writes.write(Actor.system(), new Write.Create(Role.TYPE, role.id(), draft));
            }
        }
    }

    /** What was set once is not set again: a changed password stays changed. */
    private void nameAdministrator(FirstAdministrator first) {
        UUID user = one(BY_EMAIL, first.email());
        if (user == null && !somebodyCanAdminister()) {
            user = createAdministrator(first.email());
        }
        if (user == null) {
            return;
        }
        UUID found = user;
        first.password().filter(password -> !passwords.exists(found)).ifPresent(password -> {
            passwords.store(found, password);
            letIn(found);
        });
        first.token().ifPresent(token -> {
            tokens.install(found, TOKEN_NAME, token);
            letIn(found);
        });
    }

    private void letIn(UUID user) {
        if (!wasKeptOut(user)) {
            writes.change(Actor.system(), user, Draft.of(User.ACTIVE, true));
        }
    }

    /** Whoever was kept out on purpose stays out: deactivating voids every token. */
    private boolean wasKeptOut(UUID user) {
        return sql.fetchOne("""
                        select 1 from app_user u where u.id = {0} and not u.active
                            and exists (select 1 from api_token t where t.user_id = u.id and t.revoked_at is not null)
                        """, DSL.val(user)) != null;
    }

    private UUID administrator() {
        UUID existing = one(ANY_ADMINISTRATOR, ShippedRoles.ADMINISTRATOR.id().toString());
        return existing != null ? existing : createAdministrator(null);
    }

    private UUID createAdministrator(@Nullable String email) {
        ShippedRoles role = ShippedRoles.ADMINISTRATOR;
        Draft draft = Draft.of(User.NAME, messages.text(settings.locale(), role.labelKey()))
                .set(User.EMAIL, email)
                .set(User.ROLES, Roles.references(Map.of(role.id(), role.roleName())))
                .set(SystemFields.TEAM, null);
        UUID id = writes.write(Actor.system(), new Write.Create(User.TYPE, null, draft))
                .single()
                .id();
        if (id == null) {
            throw new IllegalStateException("the first administrator was not made");
        }
        return id;
    }

    private boolean somebodyCanAdminister() {
        return one(SOMEBODY_CAN_ADMINISTER, ShippedRoles.ADMINISTRATOR.id().toString()) != null;
    }

    private @Nullable UUID one(String query, String value) {
        return sql.resultQuery(query, DSL.val(value)).fetchOne(0, UUID.class);
    }
}
