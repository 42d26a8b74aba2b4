package org.peyvand.record;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Messages;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.springframework.stereotype.Component;

/** What types, fields and options are called in a language: as an administrator named them, else as the bundles say. */
@Component
public final class Labels {

    private final Messages messages;

    public Labels(Messages messages) {
        this.messages = messages;
    }

    /** The name of many of a type: "accounts". */
    public String many(RecordType type, Locale language) {
        Field.Label given = type.many();
        return given != null ? given.in(language) : messages.text(language, "type." + type.plural());
    }

    /** The name of one of a type: "account". */
    public String one(RecordType type, Locale language) {
        Field.Label given = type.one();
        return given != null ? given.in(language) : messages.text(language, "type." + type.plural() + ".one");
    }

    public String field(RecordType type, Field<?> field, Locale language) {
        if (field.label() != null) {
            return field.label().in(language);
        }
        String own = "field." + type.plural() + "." + field.name();
        return messages.text(language, messages.has(language, own) ? own : "field." + field.name());
    }

    /** The label of one option; a value of an open list that no bundle knows is its own label. */
    public String option(RecordType type, Field<?> field, String key, Locale language) {
        Option given = find(field, key);
        if (given != null && (given.fa() != null || given.en() != null)) {
            return new Field.Label(given.fa(), given.en()).in(language);
        }
        String own = optionText(type, field, key);
        return messages.has(language, own) ? messages.text(language, own) : key;
    }

    /** Whether the program itself has a name for the option. */
    public boolean isOfTheProgram(RecordType type, Field<?> field, String key) {
        return messages.has(Locale.of("fa"), optionText(type, field, key));
    }

    public String section(RecordType.Section section, Locale language) {
        Field.Label given = section.label();
        return given != null ? given.in(language) : messages.text(language, "section." + section.key());
    }

    private static String optionText(RecordType type, Field<?> field, String key) {
        return "option." + type.plural() + "." + field.name() + "." + key;
    }

    private static @Nullable Option find(Field<?> field, String key) {
        return switch (field.type()) {
            case ChoiceType choice -> find(choice.options(), key);
            case MultiChoiceType choices -> find(choices.options(), key);
            default -> null;
        };
    }

    private static @Nullable Option find(java.util.List<Option> options, String key) {
        return options.stream()
                .filter(each -> Objects.equals(each.key(), key))
                .findFirst()
                .orElse(null);
    }
}
