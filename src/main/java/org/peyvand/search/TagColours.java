package org.peyvand.search;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.springframework.stereotype.Component;

/**
 * The colours of tags by name, kept until any tag changes on any node. Every thread may read it; the thread of the notifications
 * makes it forget.
 */
@Component
public class TagColours {

    private static final int MOST = 10_000;

    private final DSLContext sql;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Map<String, String> known;

    TagColours(DSLContext sql, Notifications notifications) {
        this.sql = sql;
        notifications.listen("tag", message -> forget(), this::forget);
    }

    /** The key of the tag's colour, empty when it has none. */
    public String of(String tag) {
        Map<String, String> colours = known;
        if (colours == null) {
            int before = changes.get();
            colours = read();
            // What was read while a tag changed may be old already.
            known = changes.get() == before ? colours : null;
        }
        return colours.getOrDefault(tag, "");
    }

    private Map<String, String> read() {
        Map<String, String> colours = new HashMap<>();
        sql.fetch("select name, color from tag where color is not null and deleted_at is null limit ?", MOST)
                .forEach(row -> colours.put(row.get(0, String.class), row.get(1, String.class)));
        return Map.copyOf(colours);
    }

    private void forget() {
        changes.incrementAndGet();
        known = null;
    }
}
