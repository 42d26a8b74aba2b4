package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Problem;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;

/** Options that are offered no more: whoever has one keeps it, but nobody comes by it any more. */
final class ClosedOptions {

    private ClosedOptions() {}

    static void refuse(PendingWrite write) {
        for (Field<?> field : write.saves() ? write.type().ownFields() : List.<Field<?>>of()) {
            List<String> closed = closed(field);
            if (!closed.isEmpty() && write.changes(field) && !write.hasProblem(field)) {
                List<String> come = new ArrayList<>(keys(write.valueAfter(field)));
                come.removeAll(keys(write.valueBefore(field)));
                come.retainAll(closed);
                come.forEach(key -> write.refuse(Problem.of(field.name(), "option-closed", key)));
            }
        }
    }

    private static List<String> closed(Field<?> field) {
        List<Option> options = switch (field.type()) {
            case ChoiceType choice -> choice.options();
            case MultiChoiceType choices -> choices.options();
            default -> List.of();
        };
        return options.stream().filter(Option::closed).map(Option::key).toList();
    }

    private static List<String> keys(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> several -> several.stream().map(String.class::cast).toList();
            case Object one -> List.of((String) one);
        };
    }
}
