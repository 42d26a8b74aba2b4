package org.peyvand.activity.ical;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a meeting, as RFC 5545 writes people.
 *
 * @param name what they are called, as far as the reader may know
 * @param email or null when the reader knows none
 * @param answer {@code NEEDS-ACTION} and the like; null for whoever called the meeting
 */
record Attendee(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String answer) {

    /** The answer as a calendar knows it, by the key of the participant's response. */
    static String answer(@Nullable String response) {
        return response == null || response.equals("needsAction") ? "NEEDS-ACTION" : response.toUpperCase(Locale.ROOT);
    }

    void write(CalendarText text) {
        String parameters = ";CN=\"" + quoted(name) + "\""
                + (answer == null ? "" : ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=" + answer);
        text.put((answer == null ? "ORGANIZER" : "ATTENDEE") + parameters, address());
    }

    private String address() {
        return email == null || !email.matches("[!-~]+") ? "urn:uuid:" + id : "mailto:" + email;
    }

    /** As RFC 6868 has it: a quoted value can hold neither quotes nor new lines. */
    private static String quoted(String name) {
        return name.replace("^", "^^")
                .replace("\"", "^'")
                .replaceAll("\\R", "^n")
                .replaceAll("\\p{Cntrl}", "");
    }
}
