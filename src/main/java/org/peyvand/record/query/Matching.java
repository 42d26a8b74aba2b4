package org.peyvand.record.query;

import org.jooq.impl.DSL;
import org.peyvand.record.sql.RecordTable;

/** What a query asks of the rows of its table, whoever may see them. */
final class Matching {

    private Matching() {}

    static org.jooq.Condition of(Sight sight, ConditionCompiler compiler, Query query, RecordTable table) {
        String words = query.text();
        return DSL.and(
                query.deleted()
                        ? table.deletedAt().isNotNull()
                        : table.deletedAt().isNull(),
                compiler.compile(query.filter(), table),
                words == null
                        ? DSL.trueCondition()
                        : WordsMatch.byName(sight, table).matching(words));
    }

    /** The same, of those within reach. */
    static org.jooq.Condition reached(Sight sight, ConditionCompiler compiler, Query query, RecordTable table) {
        return DSL.and(of(sight, compiler, query, table), sight.within(table));
    }
}
