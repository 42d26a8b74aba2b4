package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.sql.RecordTable;

/**
 * Whether keys of other systems are free among the live records of one type. A key held by a record in the recycle bin passes
 * to the new one.
 */
final class ExternalKeyQuestion implements Checking.Question {

    private static final char BETWEEN = '\u0001';

    private final RecordType type;
    private final Map<String, List<PendingWrite>> wanted = new LinkedHashMap<>();

    private ExternalKeyQuestion(RecordType type) {
        this.type = type;
    }

    static List<ExternalKeyQuestion> of(WriteRun run) {
        List<ExternalKeyQuestion> questions = new ArrayList<>();
        run.byType(write -> write.alive() && write.changes(SystemFields.EXTERNAL_KEYS))
                .forEach((type, writes) -> {
                    ExternalKeyQuestion question = new ExternalKeyQuestion(type);
                    writes.forEach(question::add);
                    if (!question.wanted.isEmpty()) {
                        questions.add(question);
                    }
                });
        return questions;
    }

    private void add(PendingWrite write) {
        Map<String, String> keys = write.after(SystemFields.EXTERNAL_KEYS);
        if (keys != null) {
            keys.forEach((system, key) -> wanted.computeIfAbsent(system + BETWEEN + key, none -> new ArrayList<>())
                    .add(write));
        }
    }

    @Override
    public String about() {
        return "keys of " + type.plural();
    }

    @Override
    public Select<Record3<String, String, UUID>> select() {
        RecordTable table = RecordTable.of(type, "t");
        List<String> systems = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        wanted.keySet().forEach(each -> {
            systems.add(each.substring(0, each.indexOf(BETWEEN)));
            keys.add(each.substring(each.indexOf(BETWEEN) + 1));
        });
        return DSL.select(
                        DSL.inline(about()),
                        DSL.field("k.system || chr(1) || k.key", String.class),
                        DSL.field("k.record_id", UUID.class))
                .from("external_key k")
                .join(table.table())
                .on("t.id = k.record_id and t.deleted_at is null")
                .where(
                        "k.type = ? and (k.system, k.key) in (select * from unnest(?::text[], ?::text[]))",
                        type.plural(),
                        systems.toArray(String[]::new),
                        keys.toArray(String[]::new));
    }

    @Override
    public void answer(List<Record3<String, String, UUID>> rows) {
        rows.forEach(row -> wanted.getOrDefault(row.value2(), List.of()).stream()
                .filter(write -> !write.id().equals(row.value3()))
                .forEach(ExternalKeyQuestion::taken));
        wanted.values()
                .forEach(rivals -> rivals.stream()
                        .filter(PendingWrite::open)
                        .skip(1)
                        .toList()
                        .forEach(ExternalKeyQuestion::taken));
    }

    private static void taken(PendingWrite write) {
        if (!write.hasProblem(SystemFields.EXTERNAL_KEYS)) {
            write.refuse(Problem.of(SystemFields.EXTERNAL_KEYS.name(), "taken"));
        }
    }
}
