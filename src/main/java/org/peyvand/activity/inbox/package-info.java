/** The tasks of the work inbox. */
@NullMarked
package org.peyvand.activity.inbox;

import org.jspecify.annotations.NullMarked;
