package org.peyvand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyvand.locale.Messages;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Every record type speaks both languages: its name, its fields, their options and its sections. */
class RecordTypeWordsTest {

    private static final Messages MESSAGES = new Messages();

    @ParameterizedTest
    @MethodSource("types")
    void areComplete(RecordType type) {
        List<String> missing = new ArrayList<>();

        for (Locale language : List.of(Locale.of("fa"), Locale.ENGLISH)) {
            keys(type).filter(key -> !MESSAGES.has(language, key)).forEach(key -> missing.add(language + " " + key));
        }

        assertThat(missing).isEmpty();
    }

    private static Stream<String> keys(RecordType type) {
        var names = Stream.of("type." + type.plural(), "type." + type.plural() + ".one");
        var sections = type.sections().stream().map(section -> "section." + section.key());
        return Stream.of(names, sections, type.ownFields().stream().flatMap(field -> keys(type, field)))
                .flatMap(keys -> keys);
    }

    private static Stream<String> keys(RecordType type, Field<?> field) {
        var options = options(field).stream()
                .map(option -> "option." + type.plural() + "." + field.name() + "." + option.key());
        return Stream.concat(Stream.of("field." + type.plural() + "." + field.name()), options);
    }

    private static List<Option> options(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType choice -> choice.options();
            case MultiChoiceType choices -> choices.options();
            default -> List.of();
        };
    }

    /** The types that the configurations of the modules publish. */
    static List<RecordType> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        return scanner.findCandidateComponents("org.peyvand").stream()
                .map(BeanDefinition::getBeanClassName)
                .flatMap(RecordTypeWordsTest::published)
                .toList();
    }

    private static Stream<RecordType> published(String configuration) {
        var declared = ClassUtils.resolveClassName(configuration, null);
        return Stream.of(declared.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Bean.class))
                .filter(method -> method.getReturnType() == RecordType.class && method.getParameterCount() == 0)
                .map(method -> {
                    ReflectionUtils.makeAccessible(method);
                    return (RecordType) ReflectionUtils.invokeMethod(method, instanceOf(declared));
                });
    }

    private static Object instanceOf(Class<?> declared) {
        try {
            var constructor = declared.getDeclaredConstructor();
            ReflectionUtils.makeAccessible(constructor);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(declared.getName(), failure);
        }
    }
}
