/** Ways to people outside the program: e-mail and SMS. */
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
            "exchange",
            "api",
            "web"
        })
package org.peyvand.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
