package org.peyvand.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.springframework.stereotype.Component;

/**
 * What users typed into forms and have not sent yet, each for its user alone. It is no record: nobody else sees it, and it
 * leaves no trace. A user keeps the latest {@value #MOST}, each for {@value #DAYS} days.
 */
@Component
public class UnsentForms {

    /** The largest content in bytes. */
    public static final int LARGEST = 64 * 1024;

    private static final int MOST = 50;
    private static final int DAYS = 30;

    private final DSLContext sql;

    UnsentForms(DSLContext sql) {
        this.sql = sql;
    }

    /** What was kept for a form, as it was given. */
    public Optional<String> find(Actor actor, String form) {
        UUID user = actor.user();
        return user == null
                ? Optional.empty()
                : Optional.ofNullable(sql.resultQuery(
                                "select content from unsent_form where user_id = ? and form = ? and at > now() - make_interval(days => ?)",
                                user,
                                form,
                                DAYS)
                        .fetchOne(0, String.class));
    }

    /**
     * Keeps what stands in a form now.
     *
     * @throws Refusal.Malformed when it is too large
     */
    public void keep(Actor actor, String form, String content) {
        UUID user = actor.user();
        if (user == null) {
            return;
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Refusal.Malformed("too-large");
        }
        sql.execute(
                "insert into unsent_form (user_id, form, content) values (?, ?, ?)"
                        + " on conflict (user_id, form) do update set content = excluded.content, at = now()",
                user,
                form,
                content);
        sql.execute(
                "delete from unsent_form where at < now() - make_interval(days => ?) or (user_id = ? and form in"
                        + " (select form from unsent_form where user_id = ? order by at desc offset ?))",
                DAYS,
                user,
                user,
                MOST);
    }

    /** The form was sent, or its user wants nothing more of it. */
    public void forget(Actor actor, String form) {
        sql.execute("delete from unsent_form where user_id = ? and form = ?", actor.user(), form);
    }
}
