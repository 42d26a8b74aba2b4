/** Users, teams, roles, sign-in and tokens: who may see and change what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"locale", "database", "record", "record::*", "setting", "job"})
package org.peyvand.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
