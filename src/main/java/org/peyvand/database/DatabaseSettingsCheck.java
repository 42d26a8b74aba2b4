package org.peyvand.database;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses wrong settings of the database before anything is started with them. */
final class DatabaseSettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseSettings.of(context.getEnvironment());
    }
}
