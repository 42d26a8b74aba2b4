package org.peyvand.web.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.peyvand.record.Visibility.Operation;

/** What the reader may do to one record, asked when a page first wants to know and once. */
final class Permitted {

    private final Predicate<Operation> question;
    private final Map<Operation, Boolean> answers = new EnumMap<>(Operation.class);

    Permitted(Predicate<Operation> question) {
        this.question = question;
    }

    boolean may(Operation operation) {
        return answers.computeIfAbsent(operation, question::test);
    }
}
