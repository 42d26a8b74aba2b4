package org.peyvand.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peyvand.record.RecordRef;
import org.peyvand.record.query.RecordName;

/** What is left of a user's list of records when those out of sight and in the bin are taken away. */
final class Shown {

    private Shown() {}

    static List<RecordName> of(List<RecordRef> refs, Map<RecordRef, RecordName> names, int limit) {
        return refs.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .filter(name -> !name.hidden() && !name.deleted())
                .limit(limit)
                .toList();
    }
}
