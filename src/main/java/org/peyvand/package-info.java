/** Peyvand, a Persian-first CRM: one module per package. */
@NullMarked
package org.peyvand;

import org.jspecify.annotations.NullMarked;
