/** The PostgreSQL the program stands on: embedded or external, its checks, outages, notifications, backup and restore. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.peyvand.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
