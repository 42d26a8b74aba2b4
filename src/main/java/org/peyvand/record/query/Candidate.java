package org.peyvand.record.query;

import java.util.List;
import java.util.Locale;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Field;

/**
 * A record that may be the one somebody is about to make.
 *
 * @param record what tells it: its title, its subtitle and the fields that were compared
 * @param score how likely, above 0 to 1
 * @param reasons what speaks for it, the strongest first
 */
public record Candidate(StoredRecord record, double score, List<Reason> reasons) {

    /**
     * What speaks for it.
     *
     * @param field of the newcomer that is the same or alike
     */
    public record Reason(Kind kind, Field<?> field) {}

    /** What can be the same, the strongest first. */
    public enum Kind {
        IDENTIFIER(1),
        EMAIL(0.9),
        PHONE(0.8),
        NAME(0.6),
        SIMILAR_NAME(0.5);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        /** How much it says by itself. */
        double weight() {
            return weight;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
