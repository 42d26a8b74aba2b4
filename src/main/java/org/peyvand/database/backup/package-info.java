/** Backup and restore of a whole database by COPY, for an embedded server comes without pg_dump. */
@NullMarked
package org.peyvand.database.backup;

import org.jspecify.annotations.NullMarked;
