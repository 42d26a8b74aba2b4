package org.peyvand.notice.outbox;

import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Actors;
import org.peyvand.database.Notifications;
import org.peyvand.notice.Way;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.setting.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is to leave the program. Putting joins the caller's transaction: the message is sent after its commit or never.
 * Nodes take messages one by one, note "sending" before they send and what came of it after; see {@link Courier}.
 */
@Component
public class Outbox {

    static final String PURPOSE = "outbox";

    private final OutboxRows rows;
    private final Secrets secrets;
    private final Notifications notifications;
    private final Actors actors;
    private final TransactionOperations transactions;

    Outbox(
            OutboxRows rows,
            Secrets secrets,
            Notifications notifications,
            Actors actors,
            TransactionOperations transactions) {
        this.rows = rows;
        this.secrets = secrets;
        this.notifications = notifications;
        this.actors = actors;
        this.transactions = transactions;
    }

    /** Puts a message into the queue unless one with its key was put before. */
    public void put(NewMessage message) {
        put(List.of(message));
    }

    /** Puts several. */
    public void put(List<NewMessage> messages) {
        transactions.executeWithoutResult(status -> {
            boolean any = false;
            for (NewMessage message : messages) {
                Letter letter = message.letter();
                byte[] content = letter == null ? null : secrets.seal(PURPOSE, letter.written());
                any |= rows.put(message, content).isPresent();
            }
            if (any) {
                notifications.send(OutboxRows.CHANNEL, "");
            }
        });
    }

    /**
     * The latest messages; for administrators.
     *
     * @param state only those in this state, or null
     * @param way only those of this way, or null
     */
    public List<OutMessage> latest(Actor actor, @Nullable String state, @Nullable Way way, int limit) {
        demandAdministrator(actor);
        return rows.latest(state, way, limit).stream()
                .map(row -> OutMessage.of(row, text(row)))
                .toList();
    }

    /**
     * Sends again what failed or is uncertain; for administrators.
     *
     * @throws Refusal.Conflict when it is neither
     */
    public void retry(Actor actor, UUID message) {
        demandAdministrator(actor);
        if (rows.find(message).isEmpty()) {
            throw new Refusal.NotFound();
        }
        transactions.executeWithoutResult(status -> {
            if (!rows.retry(message)) {
                throw new Refusal.Conflict("message-not-failed");
            }
            notifications.send(OutboxRows.CHANNEL, "");
        });
    }

    /** Links that let somebody in are nobody's to read. */
    private @Nullable String text(Record row) {
        byte[] content = row.get("content", byte[].class);
        boolean shown = content != null && !row.get("again", Boolean.class);
        return shown
                ? secrets.opened(PURPOSE, content)
                        .map(opened -> Letter.read(opened).text())
                        .orElse(null)
                : null;
    }

    private void demandAdministrator(Actor actor) {
        if (!actors.isAdministrator(actor)) {
            throw new Refusal.Forbidden("administrator-only");
        }
    }
}
