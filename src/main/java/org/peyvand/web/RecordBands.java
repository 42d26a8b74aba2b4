package org.peyvand.web;

import java.util.List;
import org.peyvand.record.Actor;
import org.peyvand.record.StoredRecord;

/** Extension point: says something above a record and offers what to do about it. Bands stand in the order of their beans. */
public interface RecordBands {

    /** Nothing for records that this is not about. */
    List<Band> of(Actor actor, StoredRecord record, Page page);

    /**
     * One band.
     *
     * @param detail a few words beside the text, possibly empty
     */
    record Band(String icon, String text, String detail, List<Choice> choices) {}

    /**
     * Something to do.
     *
     * @param icon or empty
     * @param posted whether the address is posted to; else it is asked for and shown in the dialog
     * @param chosen whether this is how it stands
     */
    record Choice(String icon, String label, String href, boolean posted, boolean chosen) {}
}
