package org.peyvand.record.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.sql.RecordTable;

/**
 * Finds why records that a change set created can not simply go again: somebody edited them since, or a live record outside the
 * change set refers to them. One statement for all.
 */
final class LaterUses {

    private final DSLContext sql;

    LaterUses(DSLContext sql) {
        this.sql = sql;
    }

    void find(Model model, UUID changeSet, List<Reversal> created) {
        if (created.isEmpty()) {
            return;
        }
        Map<UUID, Reversal> byId =
                created.stream().collect(Collectors.toMap(each -> each.ref().id(), each -> each));
        List<Select<Record2<String, UUID>>> questions = new ArrayList<>();
        questions.add(edits(changeSet, byId));
        for (RecordType type : model.types()) {
            type.fields().stream()
                    .filter(field -> refersTo(field, created))
                    .forEach(field -> questions.add(references(changeSet, type, field, byId)));
        }
        sql.fetch(questions.stream().reduce(Select::union).orElseThrow()).forEach(row -> {
            Reversal reversal = byId.get(row.value2());
            if (reversal != null) {
                reversal.obstacle(Problem.of("", row.value1()));
            }
        });
    }

    private static boolean refersTo(Field<?> field, List<Reversal> created) {
        return switch (field.type()) {
            case AnyReferenceType any -> true;
            case ReferenceType reference
            when !FieldValues.isStamp(field) ->
                created.stream().anyMatch(each -> each.ref().type().equals(reference.target()));
            default -> false;
        };
    }

    /** An edit that was taken back, or took something back, is none. */
    private static Select<Record2<String, UUID>> edits(UUID changeSet, Map<UUID, Reversal> byId) {
        return DSL.select(DSL.inline("changed-since"), DSL.field("c.record_id", UUID.class))
                .from("change c join change_set s on s.id = c.change_set_id")
                .where("c.record_id = any(?::uuid[])", (Object) ids(byId))
                .and("c.act = 'update' and s.undone_by is null and s.kind <> 'undo'")
                .and("c.change_set_id <> ?::uuid", changeSet);
    }

    private static Select<Record2<String, UUID>> references(
            UUID changeSet, RecordType type, Field<?> field, Map<UUID, Reversal> byId) {
        RecordTable table = RecordTable.of(type, "t");
        org.jooq.Field<UUID> column = table.columns(field).getFirst().coerce(UUID.class);
        return DSL.select(DSL.inline("referred-to"), column)
                .from(table.table())
                .where(column.eq(DSL.any(ids(byId))))
                .and(table.deletedAt().isNull())
                .and(DSL.condition(
                        "not exists (select 1 from change c where c.change_set_id = {1} and c.record_id = {0})",
                        table.id(), DSL.val(changeSet)));
    }

    private static UUID[] ids(Map<UUID, Reversal> byId) {
        return byId.keySet().toArray(UUID[]::new);
    }
}
