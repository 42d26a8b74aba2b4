/** The page of one record: facts edited in place, timeline, related records, forms, history and the recycle bin. */
@NullMarked
package org.peyvand.web.record;

import org.jspecify.annotations.NullMarked;
