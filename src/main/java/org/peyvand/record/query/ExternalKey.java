package org.peyvand.record.query;

import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.sql.RecordTable;

/** What one other system calls a record, as a field of its own in filters: {@code externalKeys.crm}. */
final class ExternalKey {

    static final Set<Operator> OPERATORS = Operator.BASIC;

    private static final String PREFIX = SystemFields.EXTERNAL_KEYS.name() + ".";

    private ExternalKey() {}

    static Field<String> of(String system) {
        return Field.text(PREFIX + system);
    }

    static boolean is(Field<?> field) {
        return field.name().startsWith(PREFIX);
    }

    /** That the record has a key in that system, one of the operands unless there is none. */
    static org.jooq.Condition condition(Field<?> field, List<Object> operands, RecordTable table) {
        String system = field.name().substring(PREFIX.length());
        String[] keys = operands.stream().map(String.class::cast).toArray(String[]::new);
        return DSL.condition(
                "exists (select 1 from external_key k where k.record_id = {0} and k.system = {1} and {2})",
                table.id(),
                DSL.val(system),
                keys.length == 0 ? DSL.trueCondition() : DSL.condition("k.key = any({0})", DSL.val(keys)));
    }
}
