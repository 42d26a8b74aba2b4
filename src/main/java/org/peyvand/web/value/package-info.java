/** Values on pages: how each kind is shown, asked for and read back. */
@NullMarked
package org.peyvand.web.value;

import org.jspecify.annotations.NullMarked;
