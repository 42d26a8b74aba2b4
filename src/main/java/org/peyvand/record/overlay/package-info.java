/** What administrators lay over the declared record types: own fields, labels and options, as rows and columns. */
@NullMarked
@NamedInterface("overlay")
package org.peyvand.record.overlay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
