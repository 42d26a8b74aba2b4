package org.peyvand.record.overlay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Option;

/**
 * A field that an administrator wishes for.
 *
 * @param name as it shall be called after {@code x_}, or null to have a Latin name made from the label
 * @param type the key of a field type, such as {@code text} or {@code reference}
 * @param options the choices of a choice; none makes it open to any word
 * @param target the plural of the type a reference points at, else null
 * @param required whether new records need a value
 * @param unique whether no two records may share a value
 */
public record NewField(
        @Nullable String name,
        String type,
        Field.Label label,
        List<Option> options,
        @Nullable String target,
        boolean required,
        boolean unique) {

    public NewField {
        options = List.copyOf(options);
    }

    /** A field with nothing but a type and a label. */
    public static NewField of(String type, Field.Label label) {
        return new NewField(null, type, label, List.of(), null, false, false);
    }

    public NewField named(String chosen) {
        return new NewField(chosen, type, label, options, target, required, unique);
    }

    public NewField pointingAt(String plural) {
        return new NewField(name, type, label, options, plural, required, unique);
    }

    public NewField withOptions(List<Option> choices) {
        return new NewField(name, type, label, choices, target, required, unique);
    }

    public NewField asRequired() {
        return new NewField(name, type, label, options, target, true, unique);
    }

    public NewField asUnique() {
        return new NewField(name, type, label, options, target, required, true);
    }
}
