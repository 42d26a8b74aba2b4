package org.peyvand.exchange;

import static org.jooq.impl.DSL.val;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.peyvand.file.Files;
import org.peyvand.job.Job;
import org.peyvand.job.JobKind;
import org.peyvand.job.JobProgress;
import org.peyvand.job.JobRun;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job that writes records into a file. A killed one begins again from the start: reading changes nothing. References stand
 * as the name of their target and, where the file is to be imported again, also as its identifier.
 */
@Component
final class ExportKind implements JobKind {

    static final String KEY = "export";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int PART = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final ExportPlanning planning;
    private final ReadGate reading;
    private final Models models;
    private final Files files;
    private final FieldWords words;

    ExportKind(
            DSLContext sql, ExportPlanning planning, ReadGate reading, Models models, Files files, FieldWords words) {
        this.sql = sql;
        this.planning = planning;
        this.reading = reading;
        this.models = models;
        this.files = files;
        this.words = words;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JobRun start(Job job) {
        UUID id = UUID.fromString(job.payload().get("export").stringValue());
        var row = Objects.requireNonNull(sql.resultQuery("select * from export_run where id = {0}", val(id))
                .fetchOne());
        UUID file = Objects.requireNonNull(row.get("file_id", UUID.class));
        JsonNode request = JSON.readTree(
                Objects.requireNonNull(row.get("request", JSONB.class)).data());
        return new Run(job.actor(), file, ExportPlanning.read(request));
    }

    /** One run. */
    private final class Run implements JobRun {

        private final Actor actor;
        private final UUID file;
        private final ExportRequest request;
        private final RecordType type;
        private final ExportColumns columns;
        private long written;

        Run(Actor actor, UUID file, ExportRequest request) {
            this.actor = actor;
            this.file = file;
            this.request = request;
            this.type = models.current().type(request.type());
            this.columns = ExportColumns.of(planning.fields(actor, type, request), request.safe());
        }

        @Override
        public void prepare() {
            try (OutputStream out = files.write(file)) {
                if (request.safe()) {
                    out.write(MARK);
                }
                CsvWriter writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
                writer.writeRecord(columns.header(this::label));
                Query query = planning.query(actor, type, request).reading(columns.fields());
                List<StoredRecord> part = new ArrayList<>();
                reading.each(actor, query, record -> {
                    part.add(record);
                    if (part.size() == PART) {
                        write(writer, part);
                    }
                });
                write(writer, part);
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean step(JobProgress progress) {
            progress.done(written);
            progress.total(written);
            return false;
        }

        private void write(CsvWriter writer, List<StoredRecord> part) {
            Map<RecordRef, RecordName> names = reading.namesIn(actor, part);
            for (StoredRecord record : part) {
                writer.writeRecord(columns.cells(record, names));
            }
            written += part.size();
            part.clear();
        }

        private String label(Field<?> field) {
            Locale language = request.labels();
            return language == null ? field.name() : words.label(type, field, language);
        }
    }
}
