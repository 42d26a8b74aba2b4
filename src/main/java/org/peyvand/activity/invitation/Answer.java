package org.peyvand.activity.invitation;

import java.util.UUID;
import org.peyvand.web.Page;

/**
 * A way to answer as pages offer it.
 *
 * @param response one of {@link MeetingAnswers#ANSWERS}
 * @param key on the keyboard
 */
record Answer(String response, String icon, String key) {

    static Answer of(String response) {
        return switch (response) {
            case "accepted" -> new Answer(response, "check", "a");
            case "tentative" -> new Answer(response, "help-circle", "q");
            default -> new Answer(response, "x", "d");
        };
    }

    String label(Page page) {
        return page.t("invitation.answer." + response);
    }

    String href(UUID meeting) {
        return "/meetings/" + meeting + "/answer?response=" + response;
    }
}
