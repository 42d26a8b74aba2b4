package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/** Everything administrators laid over the declared types at one version; a value. */
record Overlay(long version, List<OverlayField> fields, List<ShippedChange> changes) {

    static Overlay read(OverlayRows rows) {
        // The version first: rows that change meanwhile belong to a later version, which is then noticed.
        long version = rows.version();
        return new Overlay(version, rows.fields(), rows.changes());
    }

    /** The effective model: a pure function of what is declared and what is laid over it. */
    Model over(Collection<RecordType> declared) {
        return new Model(version, declared.stream().map(this::over).toList());
    }

    private RecordType over(RecordType type) {
        List<Field<?>> changed = new ArrayList<>();
        for (ShippedChange change : changes) {
            if (change.type().equals(type.plural())) {
                type.find(change.name()).map(change::over).ifPresent(changed::add);
            }
        }
        for (OverlayField field : fields) {
            if (field.type().equals(type.plural()) && field.state() != OverlayField.State.RETIRED) {
                changed.add(field.field());
            }
        }
        return changed.isEmpty() ? type : type.withFields(changed);
    }
}
