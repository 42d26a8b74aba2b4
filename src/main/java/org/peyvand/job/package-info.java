/** Work that runs after the commit or by the clock, once, on any node. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "locale",
            "database",
            "record",
            "record :: field",
            "record :: query",
            "record :: write",
            "record :: overlay",
            "setting"
        })
package org.peyvand.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
