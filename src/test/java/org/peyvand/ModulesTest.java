package org.peyvand;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the modules point down, as their package-info files allow. */
class ModulesTest {

    @Test
    void keepToTheirAllowedDependencies() {
        ApplicationModules.of(Peyvand.class).verify();
    }
}
