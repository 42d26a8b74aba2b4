package org.peyvand.record.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Table;
import org.peyvand.record.Relation;
import org.peyvand.record.field.Column;
import org.peyvand.record.sql.RecordTable;

/** The tables that orders and groups reach through references, joined once each; a target out of reach counts as none. */
final class Joins {

    private final Sight sight;
    private final ConditionCompiler compiler;
    private final RecordTable root;
    private final Map<String, RecordTable> targets = new LinkedHashMap<>();
    private Table<?> joined;

    Joins(Sight sight, ConditionCompiler compiler, RecordTable root) {
        this.sight = sight;
        this.compiler = compiler;
        this.root = root;
        this.joined = root.table();
    }

    /** The table that the field at the end of a path stands in. */
    RecordTable end(FieldPath path) {
        RecordTable table = root;
        StringBuilder way = new StringBuilder();
        for (Relation step : path.hops()) {
            Relation hop = sight.hop(table.type(), step.name());
            RecordTable from = table;
            table = targets.computeIfAbsent(way.append('.').append(hop.name()).toString(), none -> join(hop, from));
        }
        return table;
    }

    private RecordTable join(Relation hop, RecordTable from) {
        RecordTable target = compiler.alias(hop.target());
        joined = joined.leftJoin(target.table()).on(ConditionCompiler.joined(hop, from, target), sight.sees(target));
        return target;
    }

    org.jooq.Field<?> column(FieldPath path, Column column) {
        return end(path).column(column);
    }

    /** The root and everything joined to it so far. */
    Table<?> tables() {
        return joined;
    }
}
