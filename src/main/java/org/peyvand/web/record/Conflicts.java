package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.FieldConflict;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.Page;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Shows two edits of one field side by side. */
@Component
class Conflicts {

    /** The parameter of a choice is the name of the field behind this. */
    static final String CHOICE = "choice.";

    static final String THEIRS = "theirs";

    private final Records records;
    private final Showing showing;
    private final Labels labels;

    Conflicts(Records records, Showing showing, Labels labels) {
        this.records = records;
        this.showing = showing;
        this.labels = labels;
    }

    /** On the version at which they were found: what came later, no one has chosen from. */
    Conflict view(Subject now, Refusal.Stale stale, MultiValueMap<String, String> sent, Page page) {
        Map<RecordRef, RecordName> names = names(now.type(), stale.conflicts());
        List<Conflict.Side> sides = stale.conflicts().stream()
                .map(conflict -> new Conflict.Side(
                        CHOICE + conflict.field().name(),
                        labels.field(
                                now.type(),
                                conflict.field(),
                                page.presentation().language()),
                        text(now.type(), conflict, conflict.base(), names, page),
                        text(now.type(), conflict, conflict.mine(), names, page),
                        text(now.type(), conflict, conflict.theirs(), names, page)))
                .toList();
        List<Conflict.Hidden> again = new ArrayList<>();
        sent.forEach((name, values) -> {
            if (!name.equals("version") && !name.equals("_csrf") && !name.startsWith(CHOICE)) {
                values.forEach(value -> again.add(new Conflict.Hidden(name, value)));
            }
        });
        return new Conflict(now.href(), stale.version(), sides, again);
    }

    private String text(
            RecordType type,
            FieldConflict conflict,
            @Nullable Object value,
            Map<RecordRef, RecordName> names,
            Page page) {
        String text = showing.value(type, conflict.field(), value, names, page).text();
        return text.isEmpty() ? "–" : text;
    }

    private Map<RecordRef, RecordName> names(RecordType type, List<FieldConflict> conflicts) {
        List<RecordRef> refs = new ArrayList<>();
        for (FieldConflict conflict : conflicts) {
            for (Object value : new @Nullable Object[] {conflict.base(), conflict.mine(), conflict.theirs()}) {
                RecordRef ref =
                        Forms.ref(records.model(), type.field(conflict.field().name()), value);
                if (ref != null) {
                    refs.add(ref);
                }
            }
        }
        return refs.isEmpty() ? new HashMap<>() : records.gate().names(records.actor(), refs);
    }
}
