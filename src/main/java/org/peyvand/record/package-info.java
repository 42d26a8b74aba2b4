/** The record engine: types, fields and overlay, and the two gates that every read and every write of a record goes through. */
@NullMarked
@ApplicationModule(allowedDependencies = {"locale", "database"})
package org.peyvand.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
