package org.peyvand.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated database of its own, copied from a template in well under a second and dropped when closed.
 *
 * <pre>{@code
 * static final TestDatabase database = TestDatabase.fresh();
 *
 * @AfterAll
 * static void drop() { database.close(); }
 * }</pre>
 *
 * The statements of {@link #sql()} join the transactions of {@link #transactions()}, as in the running program.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final HikariDataSource pool;
    private final DSLContext sql;
    private final TransactionTemplate transactions;

    private TestDatabase(String name) {
        this.name = name;
        this.pool = pool(name);
        this.sql = DSL.using(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)), SQLDialect.POSTGRES);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /** A new database with every migration applied. */
    public static TestDatabase fresh() {
        return create("TEMPLATE " + TestServer.TEMPLATE);
    }

    /** A new database with nothing in it, not even the migrations. */
    public static TestDatabase empty() {
        return empty("");
    }

    /** The same with options of {@code CREATE DATABASE}, such as an encoding. */
    public static TestDatabase empty(String options) {
        return create("TEMPLATE template0 " + options);
    }

    private static TestDatabase create(String how) {
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        TestServer.running().execute("CREATE DATABASE " + name + " " + how + " STRATEGY file_copy");
        return new TestDatabase(name);
    }

    private static HikariDataSource pool(String name) {
        var config = new HikariConfig();
        config.setDataSource(TestServer.running().dataSource(name));
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setPoolName(name);
        return new HikariDataSource(config);
    }

    public DataSource dataSource() {
        return pool;
    }

    public DSLContext sql() {
        return sql;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** For a program under test that connects by itself, as user {@code postgres} without a password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + TestServer.running().port() + "/" + name + "?user=postgres";
    }

    /** The port of the server, as for a {@link Relay} to it. */
    public int port() {
        return TestServer.running().port();
    }

    @Override
    public void close() {
        pool.close();
        TestServer.running().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
