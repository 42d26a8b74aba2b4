package org.peyvand.web.list;

import java.util.List;
import org.peyvand.web.value.Input;

/**
 * What is asked for when many records are to be changed at once.
 *
 * @param whom how many it concerns, as a sentence
 * @param kept what says which they are
 */
public record SelectionForm(String action, String whom, List<ListPage.Hidden> kept, List<Asked> fields) {

    /**
     * A field.
     *
     * @param clearable whether it may be emptied
     */
    public record Asked(Input input, boolean clearable) {}
}
