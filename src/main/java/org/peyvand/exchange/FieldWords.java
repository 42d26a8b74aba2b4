package org.peyvand.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peyvand.locale.Messages;
import org.peyvand.locale.PersianText;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.springframework.stereotype.Component;

/** What people call fields and options, in both languages. */
@Component
final class FieldWords {

    static final Locale PERSIAN = Locale.of("fa");
    static final List<Locale> LANGUAGES = List.of(PERSIAN, Locale.ENGLISH);

    private final Messages messages;

    FieldWords(Messages messages) {
        this.messages = messages;
    }

    Messages messages() {
        return messages;
    }

    String label(RecordType type, Field<?> field, Locale language) {
        Field.Label own = field.label();
        if (own != null && !own.in(language).isBlank()) {
            return own.in(language);
        }
        return text("field." + type.plural() + "." + field.name(), language)
                .or(() -> text("field." + field.name(), language))
                .orElse(field.name());
    }

    /** The writable fields of a type by everything a column for them may be called, folded. */
    Map<String, Field<?>> fieldsByName(RecordType type, List<Field<?>> writable) {
        Map<String, Field<?>> names = new LinkedHashMap<>();
        writable.forEach(field -> names.putIfAbsent(squeezed(field.name()), field));
        for (Locale language : LANGUAGES) {
            writable.forEach(field -> names.putIfAbsent(squeezed(label(type, field, language)), field));
        }
        for (Locale language : LANGUAGES) {
            for (Field<?> field : writable) {
                synonyms(type, field, language).forEach(word -> names.putIfAbsent(squeezed(word), field));
            }
        }
        names.remove("");
        return names;
    }

    /** The keys of a choice by every label they have, folded. */
    Map<String, String> optionKeys(RecordType type, Field<?> field) {
        List<Option> options = switch (field.type()) {
            case ChoiceType choice -> choice.options();
            case MultiChoiceType choice -> choice.options();
            default -> List.of();
        };
        Map<String, String> keys = new LinkedHashMap<>();
        for (Option option : options) {
            keys.putIfAbsent(PersianText.searchText(option.key()), option.key());
            for (Locale language : LANGUAGES) {
                String given = PERSIAN.equals(language) ? option.fa() : option.en();
                Optional.ofNullable(given)
                        .or(() -> text("option." + type.plural() + "." + field.name() + "." + option.key(), language))
                        .ifPresent(label -> keys.putIfAbsent(PersianText.searchText(label), option.key()));
            }
        }
        return keys;
    }

    /** What an option is called in a language, if it is called something there. */
    Optional<String> option(RecordType type, Field<?> field, String key, Locale language) {
        List<Option> options = switch (field.type()) {
            case ChoiceType choice -> choice.options();
            case MultiChoiceType choice -> choice.options();
            default -> List.of();
        };
        return options.stream()
                .filter(option -> option.key().equals(key))
                .findFirst()
                .flatMap(option -> Optional.ofNullable(PERSIAN.equals(language) ? option.fa() : option.en()))
                .or(() -> text("option." + type.plural() + "." + field.name() + "." + key, language));
    }

    /** A name as people may vary it: without case, spaces and signs. */
    static String squeezed(String words) {
        return PersianText.searchText(words).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private List<String> synonyms(RecordType type, Field<?> field, Locale language) {
        return text("synonym." + type.plural() + "." + field.name(), language)
                .or(() -> text("synonym." + field.name(), language))
                .map(words -> List.of(words.split("\\|")))
                .orElse(List.of());
    }

    private Optional<String> text(String key, Locale language) {
        return messages.has(language, key) ? Optional.of(messages.text(language, key)) : Optional.empty();
    }
}
