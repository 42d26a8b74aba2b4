package org.peyvand.record.overlay;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.ReferenceType;

/** An own type as a declaration: one name, and whatever fields are laid over it. */
final class OwnType {

    /** What every record of an own type is called by. */
    static final Field<String> NAME = Field.text("name").required().searched().indexed();

    private static final int COLUMNS = 6;

    private OwnType() {}

    static RecordType declared(OverlayType row) {
        String singular = row.singular();
        Field.Label many = row.many();
        if (singular == null || many == null) {
            throw new IllegalStateException(row.name() + " is no own type");
        }
        return RecordType.named(singular, row.name())
                .table(TypeNames.table(row.name()))
                .icon(Objects.requireNonNullElse(row.icon(), "file-text"))
                .fields(NAME)
                .title(NAME)
                .called(many, row.one() == null ? many : row.one())
                .flags(Flag.OWN, Flag.OWNED, Flag.SEARCHABLE, Flag.TIMELINE, Flag.NAVIGATION)
                .build();
    }

    /**
     * Lists the first fields and shows all of them in one section, until a layout says otherwise; what a record belongs to tells
     * it from others of its name.
     */
    static RecordType arranged(RecordType type) {
        List<Field<?>> fields = type.ownFields();
        List<String> listed = fields.stream()
                .filter(field -> !(field.type() instanceof LongTextType))
                .limit(COLUMNS)
                .map(Field::name)
                .toList();
        Field<?>[] telling = fields.stream()
                .filter(field -> field.type() instanceof ReferenceType)
                .limit(1)
                .toArray(Field<?>[]::new);
        return type.copy()
                .listColumns(listed)
                .subtitle(telling)
                .sections(Stream.of(new RecordType.Section(
                                "main", fields.stream().map(Field::name).toList()))
                        .toList())
                .build();
    }
}
