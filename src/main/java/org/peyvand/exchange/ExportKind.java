package org.peyvand.exchange;

import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import org.peyvand.record.Labels;
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
    private static final int PART = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final ExportPlanning planning;
    private final ReadGate reading;
    private final Models models;
    private final Files files;
    private final FieldWords words;
    private final Labels labels;
    private final ExtraColumns extras;

    ExportKind(
            DSLContext sql,
            ExportPlanning planning,
            ReadGate reading,
            Models models,
            Files files,
            FieldWords words,
            Labels labels,
            ExtraColumns extras) {
        this.sql = sql;
        this.planning = planning;
        this.reading = reading;
        this.models = models;
        this.files = files;
        this.words = words;
        this.labels = labels;
        this.extras = extras;
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
            try (OutputStream out = files.write(file);
                    ExportFile writing = begin(out)) {
                Query query = planning.query(actor, type, request).reading(read());
                List<StoredRecord> part = new ArrayList<>();
                reading.each(actor, query, record -> {
                    part.add(record);
                    if (part.size() == PART) {
                        write(writing, part);
                    }
                });
                write(writing, part);
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

        private ExportFile begin(OutputStream out) throws IOException {
            ExportWords said = new ExportWords(type, request, actor.zone(), words);
            if (request.format() == ExportRequest.Format.CSV) {
                return new CsvExport(out, columns, said, request.safe());
            }
            if (request.format() == ExportRequest.Format.VCARD) {
                return new CardExport(out);
            }
            Locale language = request.labels();
            boolean persian = FieldWords.PERSIAN.equals(language);
            String name = language == null ? type.plural() : labels.many(type, language);
            return new XlsxExport(out, columns, said, request, new XlsxExport.Sheet(name, persian, actor.zone()));
        }

        /** What the gate knows; the other columns are filled afterwards. */
        private List<Field<?>> read() {
            return columns.fields().stream()
                    .filter(field -> type.find(field.name()).isPresent())
                    .toList();
        }

        private void write(ExportFile writing, List<StoredRecord> part) {
            Map<RecordRef, RecordName> names = reading.namesIn(actor, part);
            try {
                for (StoredRecord record :
                        extras.filled(actor, type.plural(), columns.fields(), part, !request.safe())) {
                    writing.write(record, names);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written += part.size();
            part.clear();
        }
    }
}
