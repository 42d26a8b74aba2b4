package org.peyvand.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One connection: a thread of its own sends what is new when it is woken, and a sign of life when nothing is. */
final class NoticeStream {

    private static final Logger log = LoggerFactory.getLogger(NoticeStream.class);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** After which the reader comes back and proves anew who they are. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** So much later a transaction may commit than it told something. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private static final int REMEMBERED = 500;
    private static final long RECONNECT_MS = 3_000;
    private static final long RECONNECT_WHEN_FULL_MS = 60_000;

    private final UUID user;
    private final Presentation presentation;
    private final NoticeNews news;
    private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
    private final Semaphore signal = new Semaphore(1);
    private final Set<String> seen = new LinkedHashSet<>();
    private @Nullable Instant last;
    private volatile boolean closed;

    /**
     * @param last where the reader stopped, or null for one who has just been given a page
     */
    NoticeStream(UUID user, Presentation presentation, @Nullable Instant last, NoticeNews news) {
        this.user = user;
        this.presentation = presentation;
        this.last = last;
        this.news = news;
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(unused -> close());
    }

    UUID user() {
        return user;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Tells the reader to come back later. */
    SseEmitter refuse() {
        try {
            emitter.send(
                    SseEmitter.event().reconnectTime(RECONNECT_WHEN_FULL_MS).comment("full"));
        } catch (IOException e) {
            log.debug("A reader went away", e);
        }
        emitter.complete();
        return emitter;
    }

    void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    void close() {
        closed = true;
        wake();
    }

    void run() {
        try {
            while (!closed) {
                boolean woken = signal.tryAcquire(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
                if (!closed && !step(woken)) {
                    break;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            log.debug("A reader went away", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            emitter.complete();
        }
    }

    /** Answers whether the reader may still listen. */
    private boolean step(boolean woken) throws IOException {
        Optional<Actor> reader = news.reader(user);
        if (reader.isEmpty()) {
            return false;
        }
        emitter.send(woken ? event(reader.get()) : SseEmitter.event().comment("alive"));
        return true;
    }

    private SseEmitter.SseEventBuilder event(Actor reader) {
        boolean begins = last == null;
        Instant from = last == null ? news.now() : last;
        List<NoticeRow> fresh = news.since(user, from.minus(OVERLAP)).stream()
                .filter(this::isUnseen)
                .toList();
        Instant to = fresh.stream().map(NoticeRow::at).reduce(from, (one, other) -> one.isAfter(other) ? one : other);
        last = to;
        // The page itself shows what was told before it was given out.
        String json =
                news.event(reader, presentation, begins ? List.of() : fresh).toString();
        return SseEmitter.event()
                .id(to.toString())
                .name("notices")
                .reconnectTime(RECONNECT_MS)
                .data(json, TEXT);
    }

    private boolean isUnseen(NoticeRow row) {
        boolean unseen = seen.add(row.id() + " " + row.count());
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        return unseen;
    }
}
