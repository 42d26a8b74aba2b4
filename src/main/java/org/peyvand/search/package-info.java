/** Finding records by words, tolerant of spelling, spacing and keyboard layout. */
@NullMarked
@ApplicationModule(allowedDependencies = {"locale", "database", "record", "setting", "job", "access"})
package org.peyvand.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
