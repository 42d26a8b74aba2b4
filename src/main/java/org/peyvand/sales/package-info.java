/** Leads, pipelines, opportunities and what it takes to win them. */
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
            "exchange",
            "api",
            "web",
            "customer",
            "activity"
        })
package org.peyvand.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
