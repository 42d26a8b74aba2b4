/** Finding records by words: the palette, the page of results and the pickers of forms. */
@NullMarked
package org.peyvand.web.search;

import org.jspecify.annotations.NullMarked;
