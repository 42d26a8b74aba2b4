package org.peyvand.web.value;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peyvand.locale.Messages;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;

/** Sentences for what was refused, in the reader's language and digits. */
@Component
public class Problems {

    private final Messages messages;

    Problems(Messages messages) {
        this.messages = messages;
    }

    /** What is wrong, as a sentence. */
    public String sentence(String code, List<String> arguments, Page page) {
        Object[] words = arguments.stream()
                .map(word -> word.matches("[0-9.]+") ? page.presentation().digits(word) : word)
                .toArray();
        return messages.text(page.presentation().language(), "problem." + code, words);
    }

    public String sentence(Refusal refusal, Page page) {
        return sentence(refusal.code(), refusal.arguments(), page);
    }

    /** The sentences by field; those about the whole record stand under the empty name. */
    public Map<String, String> byField(List<Problem> problems, Page page) {
        return problems.stream()
                .collect(Collectors.toMap(
                        problem -> problem.field().replaceFirst("^/\\d+/", ""),
                        problem -> sentence(problem.code(), problem.arguments(), page),
                        (first, second) -> first + " " + second,
                        java.util.LinkedHashMap::new));
    }
}
