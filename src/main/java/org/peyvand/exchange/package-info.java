/** Import and export of records. */
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
            "setting",
            "job",
            "access",
            "search",
            "file",
            "notice"
        })
package org.peyvand.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
