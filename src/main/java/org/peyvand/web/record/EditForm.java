package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.FieldRuling.Ruling;
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
 * @param aids what helps while it is filled in
 * @param states of the fields that have rules: {@code unseen}, {@code demanded} or {@code free}, by name
 */
public record EditForm(
        String action,
        String title,
        int version,
        List<Input> first,
        List<Section> rest,
        List<Problem> problems,
        String cancel,
        Aids aids,
        Map<String, String> states) {

    /**
     * What helps while a form is filled in.
     *
     * @param kept what is typed is kept under its name until it is sent
     * @param duplicates answers which records the typed one may be again, or null
     * @param card answers what a pasted signature says, or null
     */
    public record Aids(
            Unsent.Kept kept,
            @Nullable String duplicates,
            @Nullable String card) {}

    /** A titled part. */
    public record Section(String label, List<Input> inputs) {}

    /** What rules say of a field; null when none does. */
    public @Nullable String state(Input input) {
        return states.get(input.name());
    }

    /** Whether what is typed may show, hide or demand other fields. */
    public boolean isRuled() {
        return !states.isEmpty();
    }

    Stream<Input> inputs() {
        return Stream.concat(first.stream(), rest.stream().flatMap(section -> section.inputs().stream()));
    }

    /** The same form as the rules of its type have it. */
    EditForm ruled(RecordType type, Ruling ruling) {
        Map<String, String> ruled = new HashMap<>();
        type.rules()
                .keySet()
                .forEach(name -> ruled.put(
                        name,
                        ruling.unseen().contains(name)
                                ? "unseen"
                                : ruling.demanded().contains(name) ? "demanded" : "free"));
        UnaryOperator<Input> marked = input -> input.demanded(demanded(input, ruled.get(input.name())));
        return new EditForm(
                action,
                title,
                version,
                first.stream().map(marked).toList(),
                rest.stream()
                        .map(section -> new Section(
                                section.label(),
                                section.inputs().stream().map(marked).toList()))
                        .toList(),
                problems,
                cancel,
                aids,
                ruled);
    }

    /** A browser would refuse to send a form for a field that it does not show. */
    private static boolean demanded(Input input, @Nullable String state) {
        return !"unseen".equals(state) && (input.required() || "demanded".equals(state));
    }

    public boolean isNew() {
        return version == 0;
    }

    /** Whether something that is wrong stands behind the click. */
    public boolean restIsWrong() {
        return rest.stream().flatMap(section -> section.inputs().stream()).anyMatch(Input::isWrong);
    }

    /** What was typed and what is wrong with it, on the version that its reader saw: later edits are not taken back. */
    EditForm withProblems(Map<String, String> sentences, LinkedMultiValueMap<String, String> sent) {
        List<Input> wrongFirst = wrong(first, sentences, sent);
        List<Section> wrongRest = rest.stream()
                .map(section -> new Section(section.label(), wrong(section.inputs(), sentences, sent)))
                .toList();
        List<Problem> summary = new ArrayList<>();
        sentences.forEach((field, sentence) -> summary.add(new Problem("f-" + field, named(field, sentence))));
        int seen = Objects.requireNonNullElse(EditingRecord.version(sent), version);
        return new EditForm(action, title, seen, wrongFirst, wrongRest, summary, cancel, aids, states)
                .keptAs(sent.getFirst("draft"));
    }

    /** The same form under the name under which it was sent, whatever was filled in since. */
    EditForm keptAs(@Nullable String name) {
        if (name == null) {
            return this;
        }
        Aids renamed = new Aids(new Unsent.Kept(name, aids.kept().owner(), null), aids.duplicates(), aids.card());
        return new EditForm(action, title, version, first, rest, problems, cancel, renamed, states);
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
