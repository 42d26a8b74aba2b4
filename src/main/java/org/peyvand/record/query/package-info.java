/** The read gate: filters, sorting, pages, counts, groups, names and search, always within what the reader may see. */
@NullMarked
@NamedInterface("query")
package org.peyvand.record.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
