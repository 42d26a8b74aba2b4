/** How values are shown, asked for in forms and read back; one place for each kind of field. */
@NullMarked
@NamedInterface("value")
package org.peyvand.web.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
