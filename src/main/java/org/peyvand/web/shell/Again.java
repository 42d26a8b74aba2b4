package org.peyvand.web.shell;

import java.util.List;

/**
 * A request to send once more.
 *
 * @param path where it went, empty when that is not known
 * @param form whether it was a form, to be posted
 * @param typed what stood in the form, without secrets
 */
public record Again(String path, boolean form, List<Hidden> typed) {

    static final Again NOTHING = new Again("", false, List.of());

    /** A hidden field. */
    public record Hidden(String name, String value) {}

    public boolean possible() {
        return !path.isEmpty();
    }
}
