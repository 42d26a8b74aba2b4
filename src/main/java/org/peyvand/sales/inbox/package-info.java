/** Deals and leads in the work inbox. */
@NullMarked
package org.peyvand.sales.inbox;

import org.jspecify.annotations.NullMarked;
