/** What the tests of all modules stand on. */
@NullMarked
package org.peyvand.testing;

import org.jspecify.annotations.NullMarked;
