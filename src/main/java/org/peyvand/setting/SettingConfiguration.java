package org.peyvand.setting;

import java.time.Clock;
import org.peyvand.database.DataDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans of the settings. */
@Configuration(proxyBeanMethods = false)
class SettingConfiguration {

    /** What "now" is, for everything that asks. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Settings settings(Environment environment) {
        return new SettingsReader(environment).read();
    }

    @Bean
    CallLimit callLimit(Environment environment) {
        return new SettingsReader(environment).callLimit();
    }

    @Bean
    Retention retention(Environment environment) {
        return new SettingsReader(environment).retention();
    }

    @Bean
    Secret secret(Environment environment, DataDirectory home) {
        return Secret.of(environment, home);
    }
}
