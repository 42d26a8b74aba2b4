package org.peyvand.web.list;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.web.list.ListState.Manner;

/**
 * The parameters of a list's address, and of everything beside the list.
 *
 * @param filter as the API takes it
 * @param q words to be found
 * @param scope whose records, see {@link ListState.Scope}
 * @param view a saved view by its identifier, or a way to look such as {@code board}
 * @param way the way to look when {@code view} is a saved view
 * @param columns names of fields
 * @param edited whether the other parameters, rather than the saved view, say what is shown
 */
public record ListAddress(
        @Nullable String filter,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String scope,
        @Nullable String view,
        @Nullable String way,
        @Nullable List<String> columns,
        @Nullable String edited) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What the parameters themselves say. */
    public ListState state(RecordType type) {
        String given = savedView() == null ? view : way;
        String chosen = given == null || given.isBlank() ? Manner.TABLE : given;
        List<String> names = columns == null
                ? List.of()
                : columns.stream().filter(name -> !name.isBlank()).distinct().toList();
        return ListState.of(type, filter, q, sort, scope).in(new Manner(chosen, names, savedView()));
    }

    @Nullable
    UUID savedView() {
        return view != null && ID.matcher(view).matches() ? UUID.fromString(view) : null;
    }

    boolean isEdited() {
        return "true".equals(edited);
    }

    /** Whether it names nothing but the type. */
    boolean isBare() {
        return filter == null && q == null && sort == null && scope == null && view == null && columns == null;
    }

    /** Whether it leads back from a saved view to all records. */
    boolean isPlain() {
        return Manner.TABLE.equals(view) || scope != null;
    }
}
