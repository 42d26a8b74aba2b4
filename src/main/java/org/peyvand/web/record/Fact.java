package org.peyvand.web.record;

import java.util.List;
import org.peyvand.web.value.Shown;

/**
 * One field of a record on its page.
 *
 * @param href of the record
 * @param editable whether this reader may change it in place
 * @param minor whether it says nothing that other fields do not say
 */
public record Fact(String name, String label, Shown shown, String href, boolean editable, boolean minor) {

    /** A titled group of them: those that say something, and those that are one click away. */
    public record Group(String key, String label, List<Fact> filled, List<Fact> empty) {

        static Group of(String key, String label, List<Fact> facts) {
            return new Group(
                    key,
                    label,
                    facts.stream().filter(fact -> !fact.minor()).toList(),
                    facts.stream().filter(Fact::minor).toList());
        }

        public boolean isEmpty() {
            return filled.isEmpty() && empty.isEmpty();
        }
    }
}
