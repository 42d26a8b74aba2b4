package org.peyvand.notice.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.peyvand.database.Outages;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.OutboxRows.Claimed;
import org.peyvand.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, on every node. Taking a message is one transaction that notes "sending"; what came of it is another,
 * which counts only while the lease is still ours. A node that dies in between leaves "sending" behind; when the lease has
 * run out, another sends it again under the same reference, or leaves it as uncertain if twice is worse than never.
 */
@Component
class Courier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 4;

    private final OutboxRows rows;
    private final Letters letters;
    private final ObjectProvider<Channel> channels;
    private final String host;
    private final Map<UUID, Claimed> underWay = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    Courier(
            OutboxRows rows,
            Letters letters,
            ObjectProvider<Channel> channels,
            Notifications notifications,
            Settings settings) {
        this.rows = rows;
        this.letters = letters;
        this.channels = channels;
        this.host = Optional.ofNullable(settings.baseUrl().getHost()).orElse("peyvand");
        notifications.listen(OutboxRows.CHANNEL, unused -> signal.release(), signal::release);
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox").daemon().start(this::run);
    }

    /** Lets what is under way come to its end. */
    @Override
    public synchronized void stop() {
        running = false;
        signal.release();
        try {
            if (places.tryAcquire(AT_ONCE, 5, TimeUnit.SECONDS)) {
                places.release(AT_ONCE);
            } else {
                log.warn("{} messages are still being sent", underWay.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                if (!underWay.isEmpty()) {
                    rows.renew(underWay.keySet(), LEASE);
                }
                rows.recover();
                while (running && sendNext()) {
                    signal.drainPermits();
                }
                if (signal.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(RuntimeException e) {
        if (running) {
            if (Outages.isCausedBy(e)) {
                log.warn("The queue cannot be read: {}", e.getMessage());
            } else {
                log.error("The queue cannot be worked", e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Takes one message and sends it on a thread of its own; answers whether there was one and a place for it. */
    private boolean sendNext() throws InterruptedException {
        Map<Way, Channel> open = open();
        if (open.isEmpty() || !places.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        Claimed message = null;
        try {
            message = rows.claim(open.keySet(), LEASE).orElse(null);
            if (message != null) {
                begin(message, open);
            }
            return message != null;
        } finally {
            if (message == null) {
                places.release();
            }
        }
    }

    private Map<Way, Channel> open() {
        Map<Way, Channel> open = new EnumMap<>(Way.class);
        channels.stream().filter(Channel::isOpen).forEach(each -> open.put(each.way(), each));
        return open;
    }

    private void begin(Claimed message, Map<Way, Channel> open) {
        underWay.put(message.lease(), message);
        Thread.ofVirtual().name("outbox-" + message.id()).start(() -> {
            try {
                deliver(message, open.get(message.way()));
            } finally {
                underWay.remove(message.lease());
                places.release();
            }
        });
    }

    private void deliver(Claimed message, @Nullable Channel channel) {
        if (channel == null) {
            throw new IllegalStateException("No way " + message.way());
        }
        note(message, attempt(message, channel));
    }

    /**
     * Notes what came of an attempt, as often as it takes: nothing else may be noted once the other side has answered, or what was
     * taken would be sent again.
     */
    private void note(Claimed message, Outcome outcome) {
        while (true) {
            try {
                if (!rows.settle(message, outcome)) {
                    log.warn("Message {} is sent elsewhere by now", message.id());
                }
                return;
            } catch (RuntimeException e) {
                if (!running || !Outages.isCausedBy(e)) {
                    log.error("Message {} is {}, which cannot be noted", message.id(), outcome.state(), e);
                    return;
                }
                log.warn("Message {} is {}, which cannot be noted yet", message.id(), outcome.state());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private Outcome attempt(Claimed message, Channel channel) {
        Letter letter;
        String address;
        try {
            letter = letters.of(message).orElse(null);
            address = address(message);
        } catch (RuntimeException e) {
            log.error("Message {} cannot be put into words", message.id(), e);
            return Outcome.later(Reason.of("internal"), null, message.attempts());
        }
        if (letter == null) {
            return Outcome.dropped(Reason.of("nothing-to-say"));
        }
        if (address == null || address.isBlank()) {
            return Outcome.dropped(Reason.of("no-address"));
        }
        return sent(message, channel, new Channel.Envelope(message.id() + "@" + host, address, letter));
    }

    private @Nullable String address(Claimed message) {
        String address = message.address();
        return address == null && message.user() != null
                ? rows.address(message.user(), message.way()).orElse(null)
                : address;
    }

    private static Outcome sent(Claimed message, Channel channel, Channel.Envelope envelope) {
        try {
            return Outcome.sent(channel.send(envelope), envelope.address(), message.again());
        } catch (Undelivered failure) {
            log.warn("Message {} was not taken: {}", message.id(), failure.reason());
            return Outcome.of(failure, envelope.address(), message.attempts(), message.again());
        } catch (RuntimeException e) {
            log.error("Message {} broke off", message.id(), e);
            var failure = new Undelivered(Undelivered.Kind.PERHAPS, Reason.of("internal"), e);
            return Outcome.of(failure, envelope.address(), message.attempts(), message.again());
        }
    }
}
