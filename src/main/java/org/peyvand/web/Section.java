package org.peyvand.web;

/** The parts of the side bar, in their order; the first has no heading. */
public enum Section {
    WORK,
    SALES,
    CUSTOMER,
    SUPPORT,
    OWN,
    ADMINISTRATION,
    PINNED;

    /** The key of the heading. */
    public String key() {
        return "web.section." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
