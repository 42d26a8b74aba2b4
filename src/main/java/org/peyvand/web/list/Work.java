package org.peyvand.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Long work as it stands.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param pollHref tells more a little later, null when it is over
 * @param listHref where it was started
 * @param undoHref posting there takes it back, or null
 * @param reasons why some records were refused, each with their number
 */
public record Work(
        String title,
        String state,
        int percent,
        String detail,
        @Nullable String pollHref,
        String listHref,
        @Nullable String undoHref,
        List<String> reasons) {}
