package org.peyvand.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What each user wants to hear where. Kept are only the differences from what is usual. */
@Component
public class NoticeChoices {

    private static final String SET = """
            insert into notice_choice (user_id, kind, way, wanted) values ({0}, {1}, {2}, {3})
            on conflict (user_id, kind, way) do update set wanted = excluded.wanted
            """;

    private final DSLContext sql;
    private final NoticeKinds kinds;
    private final Carriers carriers;
    private final TransactionOperations transactions;

    NoticeChoices(DSLContext sql, NoticeKinds kinds, Carriers carriers, TransactionOperations transactions) {
        this.sql = sql;
        this.kinds = kinds;
        this.carriers = carriers;
        this.transactions = transactions;
    }

    /** The ways that are open in this installation. */
    public Set<Way> open() {
        return carriers.open();
    }

    /** For every kind what the user wants, in the order of the kinds. */
    public List<Choice> of(Actor actor) {
        Map<String, Boolean> own = new HashMap<>();
        sql.fetch("select kind, way, wanted from notice_choice where user_id = {0}", DSL.val(user(actor)))
                .forEach(row -> own.put(
                        row.get("kind", String.class) + " " + row.get("way", String.class),
                        row.get("wanted", Boolean.class)));
        List<Choice> choices = new ArrayList<>();
        for (NoticeKind kind : kinds.all()) {
            for (Way way : Way.values()) {
                boolean usual = kind.usually().contains(way);
                choices.add(new Choice(kind, way, own.getOrDefault(kind.key() + " " + way.key(), usual)));
            }
        }
        return choices;
    }

    /**
     * Chooses for one kind and way.
     *
     * @throws Refusal.Invalid when there is no such kind
     */
    public void choose(Actor actor, String kind, Way way, boolean wanted) {
        NoticeKind known = kinds.find(kind)
                .orElseThrow(() -> new Refusal.Invalid(List.of(Problem.of(kind, "unknown-notice-kind", kind))));
        transactions.executeWithoutResult(status -> {
            if (known.usually().contains(way) == wanted) {
                sql.execute(
                        "delete from notice_choice where user_id = {0} and kind = {1} and way = {2}",
                        DSL.val(user(actor)), DSL.val(kind), DSL.val(way.key()));
            } else {
                sql.execute(SET, DSL.val(user(actor)), DSL.val(kind), DSL.val(way.key()), DSL.val(wanted));
            }
        });
    }

    private static UUID user(Actor actor) {
        return Objects.requireNonNull(actor.user(), "the program itself hears nothing");
    }

    /** Whether somebody wants to hear a kind of notice a way. */
    public record Choice(NoticeKind kind, Way way, boolean wanted) {}
}
