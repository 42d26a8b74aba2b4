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

    private final TestServer server;
    private final String name;
    private final HikariDataSource pool;
    private final DSLContext sql;
    private final TransactionTemplate transactions;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
        this.pool = pool(server, name);
        this.sql = DSL.using(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)), SQLDialect.POSTGRES);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /** A new database with every migration applied. */
    public static TestDatabase fresh() {
        var server = TestServer.running();
        return create(server, "TEMPLATE " + server.template());
    }

    /** A new database with nothing in it, not even the migrations. */
    public static TestDatabase empty() {
        return empty("");
    }

    /** The same with options of {@code CREATE DATABASE}, such as an encoding. */
    public static TestDatabase empty(String options) {
        return create(TestServer.running(), "TEMPLATE template0 " + options);
    }

    /** An empty one on a server of an older major version, 16 or 17. */
    public static TestDatabase empty(int version) {
        return create(TestServer.of(version), "TEMPLATE template0");
    }

    private static TestDatabase create(TestServer server, String how) {
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        server.execute("CREATE DATABASE " + name + " " + how + " STRATEGY file_copy");
        return new TestDatabase(server, name);
    }

    private static HikariDataSource pool(TestServer server, String name) {
        var config = new HikariConfig();
        config.setDataSource(server.dataSource(name));
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
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name + "?user=postgres";
    }

    /** The port of the server, as for a {@link Relay} to it. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        pool.close();
        server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
