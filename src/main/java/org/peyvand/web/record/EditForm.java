package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.peyvand.web.Problem;
import org.peyvand.web.value.Input;
import org.springframework.util.LinkedMultiValueMap;

/**
 * A form for a record.
 *
 * @param action where it is sent
 * @param title what it does, as its heading
 * @param version what its reader saw; 0 for a new record
 * @param first what is asked at once
 * @param rest what is one click away, by section
 * @param problems the summary of what is wrong
 * @param draftKey under which the browser keeps what is typed, empty for none
 */
public record EditForm(
        String action,
        String title,
        int version,
        List<Input> first,
        List<Section> rest,
        List<Problem> problems,
        String cancel,
        String draftKey) {

    /** A titled part. */
    public record Section(String label, List<Input> inputs) {}

    public boolean isNew() {
        return version == 0;
    }

    /** Whether something that is wrong stands behind the click. */
    public boolean restIsWrong() {
        return rest.stream().flatMap(section -> section.inputs().stream()).anyMatch(Input::isWrong);
    }

    EditForm withProblems(Map<String, String> sentences, LinkedMultiValueMap<String, String> sent) {
        List<Input> wrongFirst = wrong(first, sentences, sent);
        List<Section> wrongRest = rest.stream()
                .map(section -> new Section(section.label(), wrong(section.inputs(), sentences, sent)))
                .toList();
        List<Problem> summary = new ArrayList<>();
        sentences.forEach((field, sentence) -> summary.add(new Problem("f-" + field, named(field, sentence))));
        return new EditForm(action, title, version, wrongFirst, wrongRest, summary, cancel, draftKey);
    }

    private String named(String field, String sentence) {
        return java.util.stream.Stream.concat(first.stream(), rest.stream().flatMap(s -> s.inputs().stream()))
                .filter(input -> input.name().equals(field))
                .map(input -> input.label() + ": " + sentence)
                .findFirst()
                .orElse(sentence);
    }

    private static List<Input> wrong(
            Collection<Input> inputs, Map<String, String> sentences, LinkedMultiValueMap<String, String> sent) {
        return inputs.stream()
                .map(input -> org.peyvand.web.value.Retyped.of(input, sent).wrong(sentences.get(input.name())))
                .toList();
    }
}
