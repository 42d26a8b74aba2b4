/** The queue of what leaves the program: written with the change that causes it, sent after the commit, once. */
@NullMarked
@NamedInterface("outbox")
package org.peyvand.notice.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
