package org.peyvand.web.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.Option;

/**
 * A type whose records are about other records and so stand on their timelines. What it is for follows from its
 * declaration: sorted by a moment from now on, it is something to do; sorted backwards, something that happened.
 *
 * @param about the reference to what it is about
 */
record Activity(RecordType type, Field<?> about) {

    /** When it happened or will happen: what the type is sorted by, if that is a moment; else when it was written. */
    Field<?> moment() {
        return type.find(sort().replaceFirst("^-", ""))
                .filter(field -> field.type() instanceof InstantType && !isToDo())
                .orElse(SystemFields.CREATED_AT);
    }

    /** Whether its records are still to be done, such as tasks. */
    boolean isToDo() {
        return !sort().startsWith("-") && dueField().isPresent() && status().isPresent();
    }

    Optional<Field<?>> dueField() {
        return type.find(sort()).filter(field -> field.type() instanceof InstantType);
    }

    /** The choice that begins with "open" and ends with "done". */
    Optional<Status> status() {
        return type.ownFields().stream()
                .filter(field -> field.initial() != null
                        && field.is(Field.Flag.REQUIRED)
                        && field.type() instanceof ChoiceType choice
                        && choice.options().size() > 1)
                .findFirst()
                .map(Status::of);
    }

    /** The words of it, where it has nothing but words. */
    @Nullable
    Field<?> words() {
        return type.ownFields().stream()
                .filter(field -> field.type() instanceof LongTextType)
                .findFirst()
                .orElse(null);
    }

    /** What a composer asks for: what is required and not given, the moment, and words to it. */
    List<Field<?>> asked() {
        Field<?> words = words();
        Optional<Field<?>> moment = isToDo() ? dueField() : Optional.of(moment());
        return type.ownFields().stream()
                .filter(field -> field.is(Field.Flag.REQUIRED) && field.initial() == null
                        || moment.filter(each -> each.name().equals(field.name()))
                                .isPresent()
                        || words != null && words.name().equals(field.name()))
                .filter(field -> !field.name().equals(about.name()) && !field.is(Field.Flag.READ_ONLY))
                .toList();
    }

    private String sort() {
        return type.defaultSort().split(",", 2)[0];
    }

    /**
     * Where something to do stands.
     *
     * @param field which holds it
     * @param open the key it begins with
     * @param done the key next to that one
     */
    record Status(Field<?> field, String open, String done) {

        static Status of(Field<?> field) {
            String open = String.valueOf(field.initial());
            List<String> keys = ((ChoiceType) field.type())
                    .options().stream().map(Option::key).toList();
            return new Status(field, open, keys.get(Math.min(keys.indexOf(open) + 1, keys.size() - 1)));
        }
    }
}
