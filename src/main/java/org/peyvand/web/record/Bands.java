package org.peyvand.web.record;

import java.util.List;
import org.peyvand.web.Page;
import org.peyvand.web.RecordBands;
import org.peyvand.web.RecordBands.Band;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What features say above a record that is not in the bin. */
@Component
class Bands {

    private final ObjectProvider<RecordBands> sources;
    private final Records records;

    Bands(ObjectProvider<RecordBands> sources, Records records) {
        this.sources = sources;
        this.records = records;
    }

    List<Band> of(Subject subject, Page page) {
        return subject.record().deleted()
                ? List.of()
                : sources.orderedStream()
                        .flatMap(each -> each.of(records.actor(), subject.record(), page).stream())
                        .toList();
    }
}
