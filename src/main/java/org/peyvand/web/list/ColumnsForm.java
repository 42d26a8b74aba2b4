package org.peyvand.web.list;

import java.util.List;
import org.peyvand.web.list.ListPage.Hidden;

/**
 * What the dialog of columns offers.
 *
 * @param columns those shown first, in their order
 * @param resetHref the list with the type's own columns
 */
public record ColumnsForm(String plural, List<Hidden> kept, List<Column> columns, String resetHref) {

    /** A field that may be a column. */
    public record Column(String name, String label, boolean shown) {}
}
