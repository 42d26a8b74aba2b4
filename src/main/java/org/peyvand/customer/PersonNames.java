package org.peyvand.customer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending;

/**
 * Keeps the full name of a person in step with its parts: parts make the name, and a name written alone is taken apart at
 * its first space. Who has no name at all is called by the first fallback that has a value.
 *
 * @param first the field of the given name
 * @param last the field of the family name
 * @param name the field of the full name
 * @param fallbacks what else may name the record, best first
 * @param missing the code of the problem when nothing names it
 */
public record PersonNames(
        Field<String> first, Field<String> last, Field<String> name, List<Field<String>> fallbacks, String missing) {

    /** Settles the names of one record that is to be saved. */
    public void settle(Pending pending) {
        String written = pending.after(name);
        if (written != null && pending.changes(name) && !changesParts(pending) && !isFallback(pending, written)) {
            takeApart(pending, written);
            return;
        }
        String called = full(pending);
        if (called.isEmpty()) {
            called = fallbacks.stream()
                    .map(pending::after)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
        if (called.isEmpty()) {
            pending.refuse(Problem.of(name.name(), missing));
        } else {
            pending.derive(name, called);
        }
    }

    private void takeApart(Pending pending, String written) {
        String[] words = written.strip().split("\\s+", 2);
        pending.derive(first, words[0]);
        pending.derive(last, words.length == 2 ? words[1] : null);
    }

    private boolean changesParts(Pending pending) {
        return pending.changes(first) || pending.changes(last);
    }

    private boolean isFallback(Pending pending, String written) {
        return fallbacks.stream().anyMatch(each -> written.equals(pending.after(each)));
    }

    private String full(Pending pending) {
        return Stream.<@Nullable String>of(pending.after(first), pending.after(last))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
