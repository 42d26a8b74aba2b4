package org.peyvand.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Tab;
import org.peyvand.web.list.ListPage.Chip;
import org.peyvand.web.list.ListPage.Hidden;

/**
 * What stands above the records whichever way they are looked at: the views, the ways, the conditions.
 *
 * @param plural the type, as in addresses
 * @param views the tabs
 * @param countsHref answers how many each saved view holds, or null when there is none
 * @param ways ways to look, empty when there is but one
 * @param chips the conditions that narrow it
 * @param words the words looked for
 * @param hidden what a search form must send along
 * @param conditionHref asks for one more condition
 * @param columnsHref asks for other columns
 * @param saving what can be done with the view
 * @param clearHref leads to all records, or null when nothing keeps any out
 * @param newHref null when the reader may not create any
 */
public record ListBar(
        String plural,
        String title,
        String one,
        List<ViewTab> views,
        @Nullable String countsHref,
        List<Tab> ways,
        List<Chip> chips,
        @Nullable String words,
        List<Hidden> hidden,
        String conditionHref,
        String columnsHref,
        Saving saving,
        @Nullable String clearHref,
        @Nullable String newHref) {

    /**
     * A tab of views.
     *
     * @param id of a saved view, null of those that every list has
     * @param icon tells to whom it is shown, or null
     */
    public record ViewTab(
            @Nullable String id,
            String label,
            String href,
            boolean current,
            @Nullable String icon) {}

    /**
     * What can be done with what is shown.
     *
     * @param kept what a form must send along
     * @param newHref asks for the name of a new view
     * @param view the saved view that it began as, or null
     */
    public record Saving(
            List<Hidden> kept, String newHref, @Nullable Current view) {}

    /**
     * The view that is open.
     *
     * @param href of the acts on it
     * @param changeable whether the reader may change it
     * @param edited whether something differs from what is saved
     * @param starred whether the reader starred it
     * @param density how its rows are drawn, or null as the reader likes
     */
    public record Current(
            String id,
            String name,
            String href,
            boolean changeable,
            boolean edited,
            boolean starred,
            @Nullable String density) {}
}
