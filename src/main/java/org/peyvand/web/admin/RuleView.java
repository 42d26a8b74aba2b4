package org.peyvand.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.list.ListPage.Chip;

/**
 * A rule of a field in words.
 *
 * @param trait which rule, as the API calls it
 * @param any whether one of its parts is enough
 * @param href of the page where it is changed
 */
public record RuleView(String trait, boolean any, List<Part> parts, String href) {

    /**
     * A condition of it.
     *
     * @param chip in words; null when it says more than one comparison
     * @param json as it stands
     * @param removeHref leads to the rule without it; null where it is only shown
     */
    public record Part(
            @Nullable Chip chip, String json, @Nullable String removeHref) {}
}
