package org.peyvand.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Choice;
import org.peyvand.web.list.ListPage.Hidden;

/**
 * What the dialog of a view asks.
 *
 * @param href where it is posted to
 * @param scopes to whom it may be shown
 * @param nameProblem what is wrong with the name, or null
 * @param problem what is wrong besides, or null
 */
public record ViewForm(
        String href,
        boolean isNew,
        String name,
        String scope,
        List<Choice> scopes,
        List<Hidden> kept,
        @Nullable String nameProblem,
        @Nullable String problem) {

    ViewForm refused(@Nullable String ofName, @Nullable String other) {
        return new ViewForm(href, isNew, name, scope, scopes, kept, ofName, other);
    }
}
