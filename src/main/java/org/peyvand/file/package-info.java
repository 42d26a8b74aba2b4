/** Files kept in PostgreSQL as chunks, so that every node can read them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "locale",
            "database",
            "record",
            "record :: field",
            "record :: query",
            "record :: write",
            "setting",
            "job",
            "access"
        })
package org.peyvand.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
