package org.peyvand.access.permission;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The users that act at the moment, each loaded by one statement and then kept. Any change of users, teams, roles or shares on any
 * node empties it; should the word of it be lost, a request trusts an entry for two seconds only.
 */
@Component
public class Members {

    private static final String CHANNEL = "access";
    private static final long TRUSTED = Duration.ofSeconds(2).toNanos();

    private final MemberQuery query;
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    Members(MemberQuery query, Notifications notifications) {
        this.query = query;
        notifications.listen(CHANNEL, payload -> forget(), this::forget);
    }

    /** For the beginning of a request or of a part of a job: not older than two seconds. */
    public Optional<Member> fresh(UUID user) {
        Entry entry = entries.get(user);
        if (entry != null && System.nanoTime() - entry.loadedAt < TRUSTED) {
            return Optional.ofNullable(entry.member);
        }
        return load(user);
    }

    /** For the rest of a request: as it was loaded, unless a change became known since. */
    Optional<Member> known(UUID user) {
        Entry entry = entries.get(user);
        return entry != null ? Optional.ofNullable(entry.member) : load(user);
    }

    /** Forgets everything at once, or at the commit when a transaction is under way. */
    public void forgetAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }

    private void forget() {
        generation.incrementAndGet();
        entries.clear();
    }

    /** What a transaction sees of itself may never come to be, so it is not kept. */
    private Optional<Member> load(UUID user) {
        long before = generation.get();
        Entry entry = new Entry(query.find(user).orElse(null), System.nanoTime());
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            entries.put(user, entry);
            if (generation.get() != before) {
                entries.remove(user, entry);
            }
        }
        return Optional.ofNullable(entry.member);
    }

    private record Entry(@Nullable Member member, long loadedAt) {}
}
