package org.peyvand.activity.call;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Choice;

/**
 * The dialog in which a call is logged, with what was typed so far.
 *
 * @param regarding what it is about as {@code type/id}, empty when that is still to be chosen
 * @param name of it
 * @param known whether the place the reader came from says what it is about
 * @param typed by the names of the controls
 * @param wrong sentences by the names of the controls
 */
public record CallLogForm(
        String regarding,
        String name,
        boolean known,
        Map<String, String> typed,
        List<Choice> outcomes,
        List<Choice> directions,
        Map<String, String> wrong) {

    /** What stands in a control. */
    public String text(String control) {
        return typed.getOrDefault(control, "");
    }

    /** What is wrong with a control, or null. */
    public @Nullable String problem(String control) {
        return wrong.get(control);
    }
}
