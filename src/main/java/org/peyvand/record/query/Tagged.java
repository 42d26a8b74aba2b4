package org.peyvand.record.query;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.peyvand.locale.PersianText;
import org.peyvand.record.field.Operator;
import org.peyvand.record.sql.RecordTable;

/** The tags and external keys of records, which live in tables beside theirs. */
final class Tagged {

    private Tagged() {}

    static org.jooq.Condition isTagged(RecordTable table) {
        return DSL.condition("exists (select 1 from record_tag x where x.record_id = {0})", table.id());
    }

    static org.jooq.Condition hasKeys(RecordTable table) {
        return DSL.condition("exists (select 1 from external_key x where x.record_id = {0})", table.id());
    }

    /** That the record carries any, or all, of the tags, whichever way they are spelled. */
    static org.jooq.Condition compare(Operator operator, List<Object> names, RecordTable table) {
        List<String> folded = names.stream()
                .map(name -> PersianText.searchText((String) name))
                .distinct()
                .toList();
        return operator == Operator.HAS_ALL
                ? DSL.and(folded.stream()
                        .map(name -> carries(new String[] {name}, table))
                        .toList())
                : carries(folded.toArray(String[]::new), table);
    }

    /** Their names in order, of one row; evaluated for the rows of a page only. */
    static Field<String[]> tags(RecordTable table) {
        return DSL.field(
                "(select array_agg(g.name order by g.name) from record_tag x join tag g on g.id = x.tag_id"
                        + " where x.record_id = {0} and g.deleted_at is null)",
                SQLDataType.CLOB.getArrayDataType(), table.id());
    }

    /** System and key by turns, of one row. */
    static Field<String[]> keys(RecordTable table) {
        return DSL.field(
                "(select array_agg(p.part order by x.system, x.key, p.place) from external_key x,"
                        + " lateral (values (1, x.system), (2, x.key)) p (place, part) where x.record_id = {0})",
                SQLDataType.CLOB.getArrayDataType(), table.id());
    }

    private static org.jooq.Condition carries(String[] folded, RecordTable table) {
        return DSL.condition(
                "exists (select 1 from record_tag x join tag g on g.id = x.tag_id where x.record_id = {0}"
                        + " and g.deleted_at is null and search_text(g.name) = any({1}))",
                table.id(), DSL.val(folded));
    }
}
