/** The HTTP interface for programs: conventions, generic record endpoints, OpenAPI. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "locale",
            "database",
            "record",
            "record :: *",
            "setting",
            "job",
            "access",
            "search",
            "file",
            "notice",
            "notice :: outbox",
            "exchange"
        })
package org.peyvand.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
