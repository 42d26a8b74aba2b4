package org.peyvand.record.overlay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.Option;

/** A row of overlay_field: one own field as it is kept. */
record OverlayField(
        String type,
        String name,
        String fieldType,
        Field.Label label,
        boolean required,
        boolean unique,
        List<Option> options,
        @Nullable String target,
        State state) {

    /** Where a field is in its life. */
    enum State {
        BUILDING,
        LIVE,
        RETIRED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(java.util.Locale.ROOT));
        }
    }

    FieldType<?> valueType() {
        return OwnFieldTypes.of(fieldType, options, target)
                .orElseThrow(() ->
                        new IllegalStateException("field " + type + "." + name + " has the unknown type " + fieldType));
    }

    /** Whether it is in use and wants an index that guards nothing, which can be built meanwhile. */
    boolean wantsIndex() {
        return state == State.LIVE && !unique && FieldColumns.isGuarded(field(), false);
    }

    /** The field as the model shows it. A unique one takes no values before its index stands guard. */
    Field<?> field() {
        Field<?> field = Field.of(name, valueType()).labelled(label).with(Field.Flag.OWN);
        field = required ? field.with(Field.Flag.REQUIRED) : field;
        if (state == State.BUILDING) {
            field = field.with(Field.Flag.BUILDING).without(Field.Flag.REQUIRED);
            return unique ? field.with(Field.Flag.READ_ONLY) : field;
        }
        return unique ? field.with(Field.Flag.UNIQUE).with(Field.Flag.KEY) : field;
    }
}
