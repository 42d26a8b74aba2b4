package org.peyvand.sales;

import java.util.ArrayList;
import java.util.List;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/** The pipelines and stages of the organisation: few records, read whole. */
@Component
public final class Pipelines {

    private final ReadGate reads;
    private final Models models;

    Pipelines(ReadGate reads, Models models) {
        this.reads = reads;
        this.models = models;
    }

    /** All of them as they stand, whoever asks: for what rules must know, not to be shown as they are. */
    public StageBook book() {
        return new StageBook(() -> all(Pipeline.TYPE), all(Stage.TYPE));
    }

    private List<StoredRecord> all(RecordType declared) {
        List<StoredRecord> found = new ArrayList<>();
        Query everything = Query.of(models.current().effective(declared)).reading(declared.ownFields());
        reads.each(Actor.system(), everything, found::add);
        return found;
    }
}
