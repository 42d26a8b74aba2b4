/** A believable Persian company to try the program with. */
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
            "activity",
            "sales",
            "catalog"
        })
package org.peyvand.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
