package org.peyvand.activity.worktime;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Problem;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * One of the forms of the page as it was sent and refused, so that nothing typed is lost; the others stand as they are.
 *
 * @param form the id of what it is about, or {@code new} or {@code holiday} for those that make something
 * @param problems what is wrong, each at the control whose id is the name of the field, a dash and the form
 */
public record SentForm(String form, MultiValueMap<String, String> values, List<Problem> problems) {

    static final SentForm NONE = new SentForm("", new LinkedMultiValueMap<>(), List.of());

    /** What stands in a control: what was typed there, else what is stored. */
    public String value(String other, String field, String stored) {
        return form.equals(other) && values.containsKey(field)
                ? Objects.requireNonNullElse(values.getFirst(field), "")
                : stored;
    }

    /** What is wrong in a form. */
    public List<Problem> in(String other) {
        return form.equals(other) ? problems : List.of();
    }

    /** What is wrong with the control that has this id, or null. */
    public @Nullable String error(String id) {
        return problems.stream()
                .filter(problem -> problem.field().equals(id))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }
}
