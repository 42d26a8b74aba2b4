package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Labels;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.web.Page;
import org.peyvand.web.value.Input;
import org.peyvand.web.value.Problems;
import org.peyvand.web.value.Retyped;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Asks for one field where it stands, on a record page or in a list, and again with what was wrong. */
@Component
class InPlace {

    private final Records records;
    private final Forms forms;
    private final Problems problems;
    private final Labels labels;

    InPlace(Records records, Forms forms, Problems problems, Labels labels) {
        this.records = records;
        this.forms = forms;
        this.problems = problems;
        this.labels = labels;
    }

    /**
     * What is asked for.
     *
     * @param input of the field itself
     * @param more what else is wanted because of the one change: a lost deal names its reason
     * @param problem what is wrong elsewhere, or null
     */
    record Asked(Input input, List<Input> more, @Nullable String problem) {}

    Asked ask(Subject subject, Field<?> field, Page page) {
        return new Asked(forms.input(subject, field, page), List.of(), null);
    }

    /** The same with what was typed and what is wrong with it. */
    Asked again(
            Subject subject, Field<?> field, LinkedMultiValueMap<String, String> sent, List<Problem> wrong, Page page) {
        Map<String, String> sentences = problems.byField(wrong, page);
        Input input = retyped(subject, field, sent, page).wrong(sentences.remove(field.name()));
        List<Input> more = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        RecordType type = subject.type();
        sentences.forEach((name, sentence) -> type.find(name)
                .filter(other -> records.writes(type, other))
                .ifPresentOrElse(
                        other -> more.add(retyped(subject, other, sent, page).wrong(sentence)),
                        () -> elsewhere.add(named(type, name, sentence, page))));
        return new Asked(input, List.copyOf(more), elsewhere.isEmpty() ? null : String.join(" ", elsewhere));
    }

    private Input retyped(Subject subject, Field<?> field, LinkedMultiValueMap<String, String> sent, Page page) {
        return Retyped.of(forms.input(subject, field, page), sent);
    }

    private String named(RecordType type, String name, String sentence, Page page) {
        return Objects.requireNonNull(type.find(name)
                .map(field -> labels.field(type, field, page.presentation().language()) + ": " + sentence)
                .orElse(sentence));
    }
}
