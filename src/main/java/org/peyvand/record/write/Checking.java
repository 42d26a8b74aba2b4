package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending.Act;

/**
 * Judges what holds for every type: required fields have values, references lead to records that the actor sees, unique
 * values are free. What the database has to be asked for, the version of the overlay included, goes into one statement.
 */
final class Checking {

    /** A part of the one question: rows of what it is about, a text and an id. */
    interface Question {
        Select<Record3<String, String, UUID>> select();

        /** Takes the answers, rows whose first value is {@link #about}. */
        void answer(List<Record3<String, String, UUID>> rows);

        String about();
    }

    private final DSLContext sql;
    private final Rights rights;

    Checking(DSLContext sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    void apply(WriteRun run) {
        run.alive().forEach(Checking::required);
        if (run.batch().kind().meetsEntryRequirements()) {
            run.alive().forEach(ClosedOptions::refuse);
        }
        List<Question> questions = new ArrayList<>();
        if (!run.modelSeen()) {
            questions.add(new ModelQuestion(run));
        }
        if (run.batch().kind() != Batch.Kind.UNDO) {
            questions.addAll(ReferenceQuestion.of(run, rights));
        }
        questions.addAll(UniqueQuestion.of(run));
        questions.addAll(ExternalKeyQuestion.of(run));
        ask(questions);
    }

    private void ask(List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        Map<String, List<Record3<String, String, UUID>>> answers = new HashMap<>();
        sql.fetch(questions.stream()
                        .map(Question::select)
                        .reduce(Select::unionAll)
                        .orElseThrow())
                .forEach(row -> answers.computeIfAbsent(row.value1(), none -> new ArrayList<>())
                        .add(row));
        questions.forEach(question -> question.answer(answers.getOrDefault(question.about(), List.of())));
    }

    /** An update is asked only for what it empties, so that a field made required later does not block other edits. */
    private static void required(PendingWrite write) {
        if (write.act() != Act.CREATE && write.act() != Act.UPDATE) {
            return;
        }
        for (Field<?> field : write.type().fields()) {
            if (field.is(Field.Flag.REQUIRED)
                    && !field.is(Field.Flag.BUILDING)
                    && !write.isOverlooked(field)
                    && write.valueAfter(field) == null
                    && (write.act() == Act.CREATE || write.names(field) || write.changes(field))
                    && !write.hasProblem(field)) {
                write.refuse(Problem.of(field.name(), "required"));
            }
        }
    }

    /** Asks for the version of the overlay when no row was locked, as in a batch of creates. */
    private record ModelQuestion(WriteRun run) implements Question {

        @Override
        public String about() {
            return "model";
        }

        @Override
        public Select<Record3<String, String, UUID>> select() {
            return DSL.select(
                            DSL.inline(about()),
                            DSL.field("version::text", String.class),
                            DSL.field("null::uuid", UUID.class))
                    .from("overlay_version");
        }

        @Override
        public void answer(List<Record3<String, String, UUID>> rows) {
            run.sawModel(rows.isEmpty() ? null : Long.valueOf(rows.getFirst().value2()));
        }
    }

    static Set<UUID> ids(List<Record3<String, String, UUID>> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.value3()));
        return ids;
    }
}
