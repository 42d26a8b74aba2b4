package org.peyvand.record.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.sql.RecordTable;
import org.peyvand.record.write.Pending.Act;

/**
 * Whether the new values of one unique field are free among the live records and within the batch. The database's own unique
 * index has the last word; asking first lets all problems be told at once and the rest of a tolerant batch go through.
 */
final class UniqueQuestion implements Checking.Question {

    private final WriteRun run;
    private final RecordType type;
    private final Field<?> field;
    private final Map<String, List<PendingWrite>> wanted = new LinkedHashMap<>();

    private UniqueQuestion(WriteRun run, RecordType type, Field<?> field) {
        this.run = run;
        this.type = type;
        this.field = field;
    }

    static List<UniqueQuestion> of(WriteRun run) {
        List<UniqueQuestion> questions = new ArrayList<>();
        run.byType(UniqueQuestion::mayTake).forEach((type, writes) -> {
            for (Field<?> field : type.fields()) {
                if (field.is(Field.Flag.UNIQUE) && !(field.type() instanceof MoneyType)) {
                    UniqueQuestion question = new UniqueQuestion(run, type, field);
                    writes.forEach(question::add);
                    if (!question.wanted.isEmpty()) {
                        questions.add(question);
                    }
                }
            }
        });
        return questions;
    }

    private static boolean mayTake(PendingWrite write) {
        return write.alive() && write.act() != Act.DELETE;
    }

    private void add(PendingWrite write) {
        Object value = write.valueAfter(field);
        if (value != null && (write.act() == Act.RESTORE || write.changes(field))) {
            wanted.computeIfAbsent(key(value), none -> new ArrayList<>()).add(write);
        }
    }

    /** The form in which values of the field collide, the same that the unique index is built on. */
    private String key(Object value) {
        return switch (value) {
            case String text when field.type() instanceof TextType -> PersianText.searchText(text);
            case String text when field.type() instanceof EmailType -> text.toLowerCase(Locale.ROOT);
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> FieldValues.text(field, value);
        };
    }

    private org.jooq.Field<String> keyColumn(org.jooq.Field<?> column) {
        return switch (field.type()) {
            case TextType text -> DSL.function("search_text", String.class, column);
            case EmailType email -> DSL.lower(column.coerce(String.class));
            default -> column.cast(String.class);
        };
    }

    @Override
    public String about() {
        return type.plural() + "." + field.name();
    }

    @Override
    public Select<Record3<String, String, UUID>> select() {
        RecordTable table = RecordTable.of(type, "t");
        org.jooq.Field<?> column = table.columns(field).getFirst();
        return DSL.select(DSL.inline(about()), keyColumn(column), table.id())
                .from(table.table())
                .where(matches(column))
                .and(table.deletedAt().isNull());
    }

    @SuppressWarnings("unchecked")
    private org.jooq.Condition matches(org.jooq.Field<?> column) {
        if (field.type() instanceof TextType || field.type() instanceof EmailType) {
            return keyColumn(column).eq(DSL.any(wanted.keySet().toArray(String[]::new)));
        }
        List<@Nullable Object> values = new ArrayList<>();
        wanted.values()
                .forEach(writes ->
                        values.add(FieldValues.cells(field, writes.getFirst().valueAfter(field))
                                .getFirst()));
        return ((org.jooq.Field<Object>) column).in(values);
    }

    @Override
    public void answer(List<Record3<String, String, UUID>> rows) {
        Map<UUID, PendingWrite> inBatch = new HashMap<>();
        run.writes().forEach(write -> inBatch.put(write.id(), write));
        for (Record3<String, String, UUID> row : rows) {
            String key = field.type() instanceof org.peyvand.record.field.DecimalType
                    ? new BigDecimal(row.value2()).stripTrailingZeros().toPlainString()
                    : row.value2();
            if (!isLeaving(inBatch.get(row.value3()))) {
                wanted.getOrDefault(key, List.of()).stream()
                        .filter(write -> !write.id().equals(row.value3()))
                        .forEach(this::taken);
            }
        }
        for (List<PendingWrite> rivals : wanted.values()) {
            rivals.stream().filter(PendingWrite::open).skip(1).toList().forEach(this::taken);
        }
    }

    /** Whether the record that holds the value gives it up in this very batch. */
    private boolean isLeaving(@Nullable PendingWrite holder) {
        return holder != null && holder.open() && (holder.act() == Act.DELETE || holder.changes(field));
    }

    private void taken(PendingWrite write) {
        if (!write.hasProblem(field)) {
            write.refuse(Problem.of(field.name(), "taken"));
        }
    }
}
