/** The work inbox: one list of what waits for the reader, to empty each day. */
@NullMarked
package org.peyvand.web.inbox;

import org.jspecify.annotations.NullMarked;
