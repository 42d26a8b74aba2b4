/** Tasks, calls, meetings and notes, and the timeline they make. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "locale",
            "database",
            "record",
            "record :: *",
            "setting",
            "job",
            "notice",
            "access",
            "search",
            "file",
            "exchange",
            "api",
            "web",
            "web :: value",
            "customer"
        })
package org.peyvand.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
