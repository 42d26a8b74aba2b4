package org.peyvand.web.list;

import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.web.Page;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Extension point: a way to look at the records of a list besides the table, such as a board. Beans in their {@code @Order}. */
public interface ListWay {

    /** As in {@code ?view=board}; see {@link #label}. */
    String key();

    /** The key of its label for a type. */
    default String label(RecordType type) {
        return "list.way." + key();
    }

    String icon();

    /** Whether records of the type can be looked at so. */
    boolean offers(RecordType type);

    /**
     * Fills the model.
     *
     * @param sent the parameters of the address, for what only this way knows
     * @return the name of the template
     */
    String show(Actor actor, ListState state, MultiValueMap<String, String> sent, Page page, Model model);
}
