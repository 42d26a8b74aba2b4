/** Field types: a sealed family, one file each, that owns column, operators, parsing, formatting and JSON of a kind of value. */
@NullMarked
@NamedInterface("field")
package org.peyvand.record.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
