/** Finding again: saved views of lists, favourite records, and those opened last. Searching itself is part of the read gate. */
@NullMarked
@ApplicationModule(allowedDependencies = {"locale", "database", "record", "record :: *", "setting", "job", "access"})
package org.peyvand.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
