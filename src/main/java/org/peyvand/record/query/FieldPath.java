package org.peyvand.record.query;

import java.util.List;
import org.peyvand.record.RecordType;
import org.peyvand.record.Relation;
import org.peyvand.record.field.Field;

/**
 * A field of a type, or of a record that one or more references lead to: {@code stage.name}.
 *
 * @param root the type the path starts at
 * @param hops the references followed, forward only
 * @param field the field at the end
 */
public record FieldPath(RecordType root, List<Relation> hops, Field<?> field) {

    public static FieldPath of(RecordType type, Field<?> field) {
        return new FieldPath(type, List.of(), type.field(field.name()));
    }

    /** The type the field belongs to. */
    public RecordType owner() {
        return hops.isEmpty() ? root : hops.getLast().target();
    }

    public boolean direct() {
        return hops.isEmpty();
    }

    /** As it is written in a filter. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        hops.forEach(hop -> out.append(hop.name()).append('.'));
        return out.append(field.name()).toString();
    }
}
