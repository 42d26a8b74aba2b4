package org.peyvand.web;

import java.util.List;

/** Extension point: adds places to the side bar of administrators, and of nobody else. */
public interface AdministratorPlaces {

    List<Entry> entries();

    /**
     * A place of administration.
     *
     * @param position within the section
     * @param icon a name of {@code icons.txt}
     * @param label the key of its words
     */
    record Entry(int position, String icon, String label, String href) {}
}
