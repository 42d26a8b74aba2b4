package org.peyvand.exchange;

import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;
import org.peyvand.file.Files;
import org.peyvand.job.Job;
import org.peyvand.job.JobKind;
import org.peyvand.job.JobRun;
import org.peyvand.notice.Notices;
import org.peyvand.record.Actor;
import org.peyvand.record.query.Lookup;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.WriteGate;
import org.peyvand.setting.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The job that writes what an import file holds. */
@Component
final class ImportKind implements JobKind {

    static final String KEY = "import";

    private final ImportPlanning planning;
    private final ImportRows rows;
    private final Files files;
    private final Gates gates;
    private final FieldWords words;
    private final String currency;

    ImportKind(
            ImportPlanning planning, ImportRows rows, Files files, Gates gates, FieldWords words, Settings settings) {
        this.planning = planning;
        this.rows = rows;
        this.files = files;
        this.gates = gates;
        this.words = words;
        this.currency = settings.currency().getCurrencyCode();
    }

    /** The ways to the records that an import needs. */
    @Component
    record Gates(
            WriteGate writing,
            ReadGate reading,
            Lookup lookup,
            ObjectProvider<Notices> notices,
            ExtraColumns extras,
            PlatformTransactionManager transactions) {

        /** Part of the caller's transaction that can be taken back by itself. */
        TransactionTemplate nested() {
            TransactionTemplate nested = new TransactionTemplate(transactions);
            nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            return nested;
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JobRun start(Job job) {
        UUID id = UUID.fromString(job.payload().get("import").stringValue());
        ImportRows.Run run = rows.find(id).orElseThrow();
        Actor actor = job.actor().as(Actor.Kind.IMPORT);
        ImportPlan plan = planning.plan(actor, run.request());
        Supplier<InputStream> file = () -> files.open(actor, run.file());
        RowReader reader = new RowReader(
                plan.type(),
                plan.mapping(),
                plan.options(),
                plan.values(),
                new RowReader.Reader(actor, java.time.Clock.systemUTC(), currency),
                words);
        FileScan scan = FileScan.of(file, plan);
        if (run.rows() == null) {
            rows.counted(id, scan);
        }
        RowSource source = new RowSource(file, plan.format(), reader, rows.done(id));
        return new ImportRun(run, actor, plan, scan, source, rows, gates);
    }
}
