/** Tables of record types as SQL sees them; for the two gates alone. */
@NullMarked
package org.peyvand.record.sql;

import org.jspecify.annotations.NullMarked;
