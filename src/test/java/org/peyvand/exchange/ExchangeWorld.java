package org.peyvand.exchange;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Team;
import org.peyvand.access.User;
import org.peyvand.database.DedicatedConnections;
import org.peyvand.database.Notifications;
import org.peyvand.job.Jobs;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.MayCustomise;
import org.peyvand.record.overlay.RoleGrants;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.setting.Settings;
import org.peyvand.testing.TestDatabase;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine, the jobs and the exchange with all types, and a user who may do everything. */
final class ExchangeWorld implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext context;
    private final Actor actor;

    ExchangeWorld() {
        this(new Everything());
    }

    ExchangeWorld(Visibility visibility) {
        context = context(database.dataSource(), visibility);
        actor = user();
    }

    /** The same over any database, with its jobs running. */
    static AnnotationConfigApplicationContext context(DataSource source, Visibility visibility) {
        var context = new AnnotationConfigApplicationContext();
        var manager = new DataSourceTransactionManager(source);
        var sql = DSL.using(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)), SQLDialect.POSTGRES);
        var connections = new DedicatedConnections(source);
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DSLContext.class, () -> sql);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(PlatformTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
        context.registerBean(DedicatedConnections.class, () -> connections);
        context.registerBean(Notifications.class, () -> new Notifications(connections, sql));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Messages.class, Messages::new);
        context.registerBean(Visibility.class, () -> visibility);
        context.registerBean(MayCustomise.class, () -> any -> true);
        context.registerBean(RoleGrants.class, NoGrants::new);
        context.registerBean("user", RecordType.class, () -> User.TYPE);
        context.registerBean("team", RecordType.class, () -> Team.TYPE);
        context.registerBean(Settings.class, ExchangeWorld::settings);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(CustomisingAdministrators|Test.*)")));
        scanner.scan(
                "org.peyvand.record",
                "org.peyvand.job",
                "org.peyvand.file",
                "org.peyvand.exchange",
                "org.peyvand.customer",
                "org.peyvand.sales",
                "org.peyvand.catalog");
        context.refresh();
        return context;
    }

    private static Settings settings() {
        return new Settings(
                URI.create("http://localhost"),
                Optional.empty(),
                Locale.of("fa"),
                ZoneId.of("Asia/Tehran"),
                Currency.getInstance("IRR"),
                Settings.Demo.NONE,
                Optional.empty());
    }

    /** From now on jobs wait for another program. */
    void stopJobs() {
        context.getBean("jobScheduler", SmartLifecycle.class).stop();
    }

    private Actor user() {
        UUID id = write(Actor.system(), User.TYPE, Draft.of(User.NAME, "سارا"));
        return new Actor(id, "سارا", Actor.Kind.USER, null, ZoneId.of("Asia/Tehran"), Set.of(), Set.of());
    }

    Actor actor() {
        return actor;
    }

    TestDatabase database() {
        return database;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    RecordType type(String plural) {
        return bean(Models.class).current().type(plural);
    }

    UUID write(Actor who, RecordType type, Draft draft) {
        return java.util.Objects.requireNonNull(bean(WriteGate.class)
                .write(who, Batch.of(new Write.Create(type, null, draft)))
                .single()
                .id());
    }

    UUID write(RecordType type, Draft draft) {
        return write(actor, type, draft);
    }

    ImportRequest request(String type, String csv, Map<String, String> parts) {
        return request(type, csv.getBytes(StandardCharsets.UTF_8), parts);
    }

    ImportRequest request(String type, byte[] csv, Map<String, String> parts) {
        UUID file = bean(Importing.class)
                .upload(actor, "test.csv", new ByteArrayInputStream(csv))
                .id();
        return new ImportRequest(
                type, file, json(parts.get("mapping")), json(parts.get("values")), json(parts.get("options")));
    }

    Import imported(String type, byte[] file, Map<String, String> parts) {
        return finished(bean(Importing.class).start(actor, request(type, file, parts)));
    }

    Import imported(String type, String csv, Map<String, String> parts) {
        return finished(bean(Importing.class).start(actor, request(type, csv, parts)));
    }

    Import finished(Import started) {
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> bean(Importing.class).find(actor, started.id()).orElseThrow(),
                        now -> !now.status().equals("queued") && !now.status().equals("running"));
    }

    String failures(Import done) {
        var out = new ByteArrayOutputStream();
        bean(Importing.class).failures(actor, done.id(), Locale.ENGLISH, ExportRequest.Format.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    String exported(ExportRequest request) {
        return new String(exportedFile(request), StandardCharsets.UTF_8);
    }

    byte[] exportedFile(ExportRequest request) {
        Export started = bean(Exporting.class).start(actor, request);
        Export export = await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> bean(Exporting.class).find(actor, started.id()).orElseThrow(),
                        now -> now.status().equals("done") || now.status().equals("failed"));
        if (export.status().equals("failed")) {
            throw new AssertionError(export.toString());
        }
        try (var in = bean(Exporting.class).open(actor, export.id())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<StoredRecord> all(String plural) {
        List<StoredRecord> records = new java.util.ArrayList<>();
        bean(ReadGate.class).each(actor, Query.of(type(plural)), records::add);
        return records;
    }

    StoredRecord named(String plural, String name) {
        Field<?> title = type(plural).titleField();
        return all(plural).stream()
                .filter(record -> name.equals(record.get(title)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among the " + plural));
    }

    Jobs jobs() {
        return bean(Jobs.class);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : JSON.readTree(text.replace('\'', '"'));
    }

    /** Roles are of no account here. */
    private static final class NoGrants implements RoleGrants {
        @Override
        public List<Grant> of(Set<String> types) {
            return List.of();
        }

        @Override
        public List<Problem> problems(Grant grant) {
            return List.of();
        }

        @Override
        public void put(Actor actor, List<Grant> grants) {}
    }

    /** Sees and may do everything. */
    static class Everything implements Visibility {
        @Override
        public Reach reach(Actor actor, RecordType type, Operation operation) {
            return Reach.ALL;
        }

        @Override
        public FieldAccess access(Actor actor, RecordType type, Field<?> field) {
            return FieldAccess.WRITABLE;
        }
    }
}
