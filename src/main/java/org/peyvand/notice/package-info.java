/** What people are told: notices on the page and their other ways, who follows what, and the queue of what leaves the program. */
@NullMarked
@ApplicationModule(allowedDependencies = {"locale", "database", "record", "record :: *", "setting", "job", "access"})
package org.peyvand.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
