package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;

/** A row of overlay_change: what an administrator made different about a shipped field; null leaves a trait as shipped. */
record ShippedChange(
        String type,
        String name,
        Field.@Nullable Label label,
        @Nullable Boolean required,
        @Nullable List<Option> options) {

    /** The later of two changes of a trait counts. */
    ShippedChange with(FieldChange later) {
        return new ShippedChange(
                type,
                name,
                later.label() != null ? later.label() : label,
                later.required() != null ? later.required() : required,
                later.options() != null ? later.options() : options);
    }

    /** What the program itself demands stays demanded, and the options it knows stay there. */
    Field<?> over(Field<?> shipped) {
        Field<?> field = label == null ? shipped : shipped.labelled(label);
        field = Boolean.TRUE.equals(required) ? field.with(Field.Flag.REQUIRED) : field;
        return options == null ? field : field.typed(withOptions(shipped.type(), options));
    }

    private static FieldType<?> withOptions(FieldType<?> type, List<Option> options) {
        return switch (type) {
            case ChoiceType choice ->
                ChoiceType.of(choice.isOpen() ? options : keeping(choice.options(), options), choice.isOpen());
            case MultiChoiceType choice -> new MultiChoiceType(keeping(choice.options(), options));
            case FieldType<?> other -> other;
        };
    }

    private static List<Option> keeping(List<Option> shipped, List<Option> wanted) {
        List<Option> all = new ArrayList<>(wanted);
        shipped.stream()
                .filter(option -> wanted.stream().noneMatch(w -> w.key().equals(option.key())))
                .forEach(all::add);
        return all;
    }
}
