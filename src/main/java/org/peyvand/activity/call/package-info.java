/** Logging calls, in the browser and over the API. */
@NullMarked
package org.peyvand.activity.call;

import org.jspecify.annotations.NullMarked;
