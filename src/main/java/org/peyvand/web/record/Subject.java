package org.peyvand.web.record;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.RecordName;

/** The record a page is about, with the names of what it refers to. */
record Subject(StoredRecord record, Map<RecordRef, RecordName> names) {

    RecordType type() {
        return record.type();
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
