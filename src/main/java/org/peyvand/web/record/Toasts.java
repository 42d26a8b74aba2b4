package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Note;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Leaves a note for the next page, whether the browser or a script follows there. */
final class Toasts {

    private Toasts() {}

    /** A note with a way back, when there is something to take back. */
    static Note undoable(String text, @Nullable UUID changeSet) {
        return changeSet == null ? Note.good(text) : Note.good(text).undoable("/change-sets/" + changeSet + "/undo");
    }

    /** Answers that the browser should go elsewhere on this site; the name of the view. */
    static String go(String where, Note note, HttpServletRequest request, HttpServletResponse response) {
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put(Note.ATTRIBUTE, note);
        if (request.getHeader("HX-Request") == null) {
            return "redirect:" + where;
        }
        RequestContextUtils.saveOutputFlashMap(where, request, response);
        response.setHeader("HX-Redirect", where);
        return "web/record/nothing";
    }
}
