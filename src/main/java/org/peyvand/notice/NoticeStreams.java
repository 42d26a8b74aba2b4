package org.peyvand.notice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Connections over which notices arrive at once (server-sent events), whichever node they were told on: the database
 * announces the user, and the connection reads from the table what it has not sent. So nothing is lost when the word of it
 * is, and a connection that comes back says where it stopped.
 *
 * <p>Connections are bounded per user, the oldest giving way, and in all. They end before the web server waits for requests.
 */
@Component
public final class NoticeStreams implements SmartLifecycle {

    private static final int MOST_OF_A_USER = 6;
    private static final int MOST = 5_000;

    private final Map<UUID, Deque<NoticeStream>> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final NoticeNews news;
    private volatile boolean running;

    NoticeStreams(NoticeNews news, Notifications notifications) {
        this.news = news;
        notifications.listen(NoticeRows.CHANNEL, this::announced, this::missed);
    }

    /**
     * Opens one for a reader.
     *
     * @param last the id of the last event the reader received, or null when it is the first connection of a page
     */
    public SseEmitter open(Actor reader, Presentation presentation, @Nullable String last) {
        UUID user = java.util.Objects.requireNonNull(reader.user());
        NoticeStream stream = new NoticeStream(user, presentation, instant(last), news);
        if (!running || count.get() >= MOST) {
            return stream.refuse();
        }
        count.incrementAndGet();
        open.compute(user, (unused, streams) -> added(stream, streams));
        Thread.ofVirtual().name("notices").start(() -> {
            try {
                stream.run();
            } finally {
                closed(stream);
            }
        });
        return stream.emitter();
    }

    private static Deque<NoticeStream> added(NoticeStream stream, @Nullable Deque<NoticeStream> streams) {
        Deque<NoticeStream> all = streams == null ? new ArrayDeque<>() : streams;
        while (all.size() >= MOST_OF_A_USER) {
            all.removeFirst().close();
        }
        all.addLast(stream);
        return all;
    }

    private void closed(NoticeStream stream) {
        count.decrementAndGet();
        open.computeIfPresent(stream.user(), (unused, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private void announced(String user) {
        open.computeIfPresent(UUID.fromString(user), (unused, streams) -> {
            streams.forEach(NoticeStream::wake);
            return streams;
        });
    }

    private void missed() {
        open.forEach((user, streams) -> announced(user.toString()));
    }

    /** Where the reader stopped; anything that no event ever said means the beginning. */
    private static @Nullable Instant instant(@Nullable String last) {
        try {
            Instant at = last == null || last.isBlank() ? null : Instant.parse(last.strip());
            return at == null
                            || at.isBefore(Instant.EPOCH)
                            || at.isAfter(Instant.now().plus(Duration.ofDays(1)))
                    ? null
                    : at;
        } catch (DateTimeException _) {
            return null;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        for (UUID user : open.keySet()) {
            open.computeIfPresent(user, (unused, streams) -> {
                streams.forEach(NoticeStream::close);
                return streams;
            });
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How many connections are open on this node. */
    public int size() {
        return count.get();
    }
}
