/** Boards: records in columns by the stage they stand at, moved from one to the next. */
@NullMarked
package org.peyvand.web.board;

import org.jspecify.annotations.NullMarked;
