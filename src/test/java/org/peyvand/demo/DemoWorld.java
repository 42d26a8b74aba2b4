package org.peyvand.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.peyvand.access.Role;
import org.peyvand.access.Team;
import org.peyvand.access.User;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Tag;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Field;
import org.peyvand.setting.Settings;
import org.peyvand.testing.TestDatabase;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine and the types and rules of the features on a database of their own, without web and sign-in. */
final class DemoWorld implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    final TestDatabase database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    DemoWorld(Settings.Demo demo) {
        beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        beans.registerBean(DataSource.class, database::dataSource);
        beans.registerBean(DSLContext.class, database::sql);
        beans.registerBean(
                PlatformTransactionManager.class, () -> database.transactions().getTransactionManager());
        beans.registerBean(Visibility.class, Everything::new);
        beans.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneId.of("UTC")));
        beans.registerBean(Settings.class, () -> settings(demo));
        beans.registerBean(Messages.class, () -> new Messages());
        beans.registerBean(Models.class, this::models);
        beans.registerBean("tagType", RecordType.class, () -> Tag.TYPE);
        beans.registerBean("userType", RecordType.class, () -> User.TYPE);
        beans.registerBean("teamType", RecordType.class, () -> Team.TYPE);
        beans.registerBean("roleType", RecordType.class, () -> Role.TYPE);
        beans.scan(
                "org.peyvand.record.query",
                "org.peyvand.record.write",
                "org.peyvand.customer",
                "org.peyvand.catalog",
                "org.peyvand.sales",
                "org.peyvand.activity",
                "org.peyvand.demo");
        beans.refresh();
    }

    <T> T get(Class<T> type) {
        return beans.getBean(type);
    }

    Object bean(String name) {
        return beans.getBean(name);
    }

    long rows(String table) {
        return database.sql().fetchSingle("select count(*) from " + table).into(Long.class);
    }

    /** The types as the modules declare them, without an overlay. */
    private Models models() {
        var model = new Model(1, beans.getBeansOfType(RecordType.class).values());
        return () -> model;
    }

    @Override
    public void close() {
        beans.close();
        database.close();
    }

    private static Settings settings(Settings.Demo demo) {
        return new Settings(
                URI.create("http://127.0.0.1"),
                Optional.empty(),
                Locale.of("fa"),
                ZoneId.of("Asia/Tehran"),
                Currency.getInstance("IRR"),
                demo,
                Optional.empty());
    }

    /** Everybody sees and does everything. */
    private static final class Everything implements Visibility {

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
