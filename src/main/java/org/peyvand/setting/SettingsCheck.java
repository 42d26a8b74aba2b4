package org.peyvand.setting;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses wrong settings before anything is started with them. */
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SettingsReader reader = new SettingsReader(context.getEnvironment());
        reader.read();
        reader.callLimit();
        reader.retention();
    }
}
