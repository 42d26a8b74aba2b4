package org.peyvand.exchange;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A program of its own that runs the jobs of a database until it is killed. */
final class JobProgram {

    private JobProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(8);
        ExchangeWorld.context(new HikariDataSource(config), new ExchangeWorld.Everything());
        Thread.currentThread().join();
    }
}
