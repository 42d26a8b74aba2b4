/** Lists of records: columns, filters, order and pages without end; and the places of the side bar that lead to them. */
@NullMarked
package org.peyvand.web.list;

import org.jspecify.annotations.NullMarked;
