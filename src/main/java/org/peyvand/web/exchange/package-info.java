/** Pages that bring files of records in and take records out as files. */
@NullMarked
package org.peyvand.web.exchange;

import org.jspecify.annotations.NullMarked;
