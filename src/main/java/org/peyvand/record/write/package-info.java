/** The write gate: batches, rules, versions, the change log and undo. */
@NullMarked
@NamedInterface("write")
package org.peyvand.record.write;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
