package org.peyvand.exchange;

import java.io.IOException;
import java.util.Map;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.RecordName;

/** A file that is being written, record by record. It is whole once it is closed. */
sealed interface ExportFile extends AutoCloseable permits CsvExport, XlsxExport, CardExport {

    /** @param names of the records that it points at */
    void write(StoredRecord record, Map<RecordRef, RecordName> names) throws IOException;

    @Override
    void close() throws IOException;
}
