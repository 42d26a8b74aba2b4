package org.peyvand.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The heap from its making to its closing: how much was in use at most, and how much of it a collection could not free. */
final class HeapWatch implements AutoCloseable {

    private static final long MIB = 1024 * 1024;

    private final AtomicLong kept = new AtomicLong();
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final NotificationListener listener = this::collected;

    HeapWatch() {
        System.gc();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        collectors().forEach(each -> each.addNotificationListener(listener, null, null));
    }

    /** MiB in use at one time, garbage included; pools may have been fullest at different times. */
    long most() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    }

    /** MiB left by the collection that left most. */
    long mostKept() {
        return kept.get() / MIB;
    }

    private void collected(Notification notification, Object handback) {
        Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc();
        long used = pools.stream()
                .mapToLong(pool ->
                        Objects.requireNonNull(after.get(pool.getName())).getUsed())
                .sum();
        kept.accumulateAndGet(used, Math::max);
    }

    private static List<NotificationEmitter> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(NotificationEmitter.class::isInstance)
                .map((GarbageCollectorMXBean each) -> (NotificationEmitter) each)
                .toList();
    }

    @Override
    public void close() {
        for (NotificationEmitter each : collectors()) {
            try {
                each.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
