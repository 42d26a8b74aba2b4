package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;

/**
 * Tags to add to those that a record carries and to take away from them, as the value of its tags in a {@link Draft}. It is
 * applied to what stands when the record is locked, so that tags which others give meanwhile stay.
 */
public record TagEdit(List<String> add, List<String> remove) {

    public TagEdit {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    /** The tags afterwards; names that fold to the same words are one tag. */
    List<String> applied(@Nullable List<String> standing) {
        Set<String> gone = remove.stream().map(PersianText::searchText).collect(Collectors.toSet());
        List<String> tags = new ArrayList<>(standing == null ? List.of() : standing);
        tags.removeIf(name -> gone.contains(PersianText.searchText(name)));
        Set<String> kept = tags.stream().map(PersianText::searchText).collect(Collectors.toSet());
        add.stream().filter(name -> kept.add(PersianText.searchText(name))).forEach(tags::add);
        return tags;
    }
}
