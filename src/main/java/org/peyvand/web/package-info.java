/** The pages for people: shell, generic lists, boards, record pages and forms. */
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
package org.peyvand.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
