/** What the operator sets: validated once at start, immutable afterwards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"locale", "database", "record"})
package org.peyvand.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
