package org.peyvand.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How many records carry tags, whoever may see those records: for administrators. */
@Component
public class TagUse {

    private final DSLContext sql;

    TagUse(DSLContext sql) {
        this.sql = sql;
    }

    /** By tag; one that nothing carries is absent. */
    public Map<UUID, Long> of(Collection<UUID> tags) {
        Map<UUID, Long> uses = new HashMap<>();
        sql.fetch("select tag_id, count(*) from record_tag where tag_id = any(?) group by tag_id", (Object)
                        tags.toArray(UUID[]::new))
                .forEach(row -> uses.put(row.get(0, UUID.class), row.get(1, Long.class)));
        return uses;
    }
}
