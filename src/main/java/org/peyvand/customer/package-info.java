/** Accounts, contacts, their relations, duplicates and the 360 degree page. */
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
            "web"
        })
package org.peyvand.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
