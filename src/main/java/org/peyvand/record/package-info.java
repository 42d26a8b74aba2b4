/** Record types, fields, overlay, conditions, queries, writes and the change log: the engine that knows no business. */
@NullMarked
@ApplicationModule(allowedDependencies = {"locale", "database"})
package org.peyvand.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
