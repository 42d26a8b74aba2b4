package org.peyvand.web.record;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.FieldRuling.Ruling;

/** The record a page is about, with the names of what it refers to what rules say about its fields, and what may be done to it. */
record Subject(StoredRecord record, Map<RecordRef, RecordName> names, Ruling ruling, Permitted permitted) {

    /** Whether the reader may do it to this very record. */
    boolean may(Operation operation) {
        return permitted.may(operation);
    }

    RecordType type() {
        return record.type();
    }

    /** Whether rules do not show the field as the record stands. */
    boolean hides(String field) {
        return ruling.unseen().contains(field);
    }

    UUID id() {
        return record.id();
    }

    String title() {
        return Objects.toString(record.values().get(type().titleField().name()), "");
    }

    String href() {
        return "/" + type().plural() + "/" + id();
    }
}
