package org.peyvand.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.peyvand.access.Actors;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What connections send. However many users are told at once, most of the pool is left to those who work. */
@Component
final class NoticeNews {

    private static final int AT_ONCE = 20;

    private final NoticeRows rows;
    private final Sentences sentences;
    private final Actors actors;
    private final Messages messages;
    private final Semaphore turns = new Semaphore(4);

    NoticeNews(NoticeRows rows, Sentences sentences, Actors actors, Messages messages) {
        this.rows = rows;
        this.sentences = sentences;
        this.actors = actors;
        this.messages = messages;
    }

    /** The reader with the rights of this moment; empty when they may not come in any more. */
    Optional<Actor> reader(UUID user) {
        return actors.find(user, Actor.Kind.USER);
    }

    Instant now() {
        return rows.now();
    }

    /** What was told since and not read, oldest first. */
    List<NoticeRow> since(UUID user, Instant at) {
        turns.acquireUninterruptibly();
        try {
            return rows.since(user, at, AT_ONCE);
        } finally {
            turns.release();
        }
    }

    /** An event: how many are not read, and the new ones in words. */
    ObjectNode event(Actor reader, Presentation presentation, List<NoticeRow> fresh) {
        turns.acquireUninterruptibly();
        try {
            int unread = rows.unread(java.util.Objects.requireNonNull(reader.user()));
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("unread", unread);
            json.put("badge", UnreadCount.badge(unread, presentation));
            json.put("label", UnreadCount.label(unread, presentation, messages));
            ArrayNode notices = json.putArray("notices");
            sentences.of(reader, presentation, fresh).forEach(each -> notices.add(NoticeJson.write(each)));
            return json;
        } finally {
            turns.release();
        }
    }
}
