package org.peyvand.setting;

import java.security.MessageDigest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.peyvand.database.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Refuses a start with another secret than the one that the database knows: what one node seals the others must open. The database keeps
 * a value that only the same secret gives, noted at the first start. After a restore, or when an operator says so, another secret takes its
 * place, and what was sealed by the first is lost.
 */
@Component
final class SecretCheck implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(SecretCheck.class);

    private final DSLContext sql;
    private final Secret secret;
    private final Secrets secrets;

    SecretCheck(DSLContext sql, Secret secret, Secrets secrets) {
        this.sql = sql;
        this.secret = secret;
        this.secrets = secrets;
    }

    @Override
    public void afterPropertiesSet() {
        byte[] ours = secret.keyFor("secret check").getEncoded();
        sql.execute("insert into secret_check (value) values ({0}) on conflict do nothing", DSL.val(ours));
        Record known = sql.fetchSingle("select value, replaceable from secret_check");
        boolean same = MessageDigest.isEqual(ours, known.get("value", byte[].class));
        boolean replaceable = known.get("replaceable", Boolean.class);
        if (!same && !replaceable) {
            throw new StartRefused("PEYVAND_SECRET: this database was started with another secret before;"
                    + " set that one, or bring along the file secret of its data directory.");
        }
        if (replaceable) {
            sql.execute("update secret_check set value = {0}, replaceable = false, noted_at = now()", DSL.val(ours));
        }
        if (!same) {
            forgetWhatCannotBeOpened();
        }
    }

    private void forgetWhatCannotBeOpened() {
        List<String> lost = sql.fetch("select name, sealed from stored_setting order by name").stream()
                .filter(row -> secrets.opened(
                                StoredSettings.purpose(row.get("name", String.class)), row.get("sealed", byte[].class))
                        .isEmpty())
                .map(row -> row.get("name", String.class))
                .toList();
        lost.forEach(name -> sql.execute("delete from stored_setting where name = {0}", DSL.val(name)));
        log.warn(
                "PEYVAND_SECRET is another than before: messages that still wait cannot be sent, and these settings must be"
                        + " entered again: {}",
                lost.isEmpty() ? "none" : String.join(", ", lost));
    }
}
