package org.peyvand.database;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of the database; the server is made first and so stops last. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseSettings databaseSettings(Environment environment) {
        return DatabaseSettings.of(environment);
    }

    @Bean
    DataDirectory dataDirectory(DatabaseSettings settings) {
        return settings.dataDirectory();
    }

    @Bean
    RunningDatabase runningDatabase(DatabaseSettings settings) {
        return RunningDatabase.start(settings);
    }

    @Bean
    DataSource pooledConnections(RunningDatabase database, Environment environment) {
        return new PooledConnections(
                database.dataSource(), environment.getProperty("peyvand.database.pool-size", Integer.class, 16));
    }

    @Bean
    DedicatedConnections dedicatedConnections(RunningDatabase database) {
        return new DedicatedConnections(database.dataSource());
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationConnections(DedicatedConnections connections) {
        return connections.source();
    }

    /** Transactions are begun by the code that wants them, never by an annotation. */
    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    Notifications notifications(DedicatedConnections connections, DSLContext sql) {
        return new Notifications(connections, sql);
    }

    @Bean
    FilterRegistrationBean<OutageFilter> outageFilter() {
        var registration = new FilterRegistrationBean<>(new OutageFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
