package org.peyvand.web.record;

import java.util.List;

/**
 * Edits of the same fields by two people, to be chosen from.
 *
 * @param version that now stands, on which the choice is made
 * @param sent the refused form, which goes along again
 */
public record Conflict(String href, int version, List<Side> fields, List<Hidden> sent) {

    /** One field: what it was, what I wanted, what somebody else wrote. */
    public record Side(String name, String label, String base, String mine, String theirs) {}

    /** A parameter to be sent again. */
    public record Hidden(String name, String value) {}
}
