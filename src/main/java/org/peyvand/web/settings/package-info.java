/** What people set for themselves. */
@NullMarked
package org.peyvand.web.settings;

import org.jspecify.annotations.NullMarked;
