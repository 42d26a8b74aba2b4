package org.peyvand.record.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.query.Condition.And;
import org.peyvand.record.query.Condition.Compare;
import org.peyvand.record.query.Condition.Has;
import org.peyvand.record.query.Condition.Not;
import org.peyvand.record.query.Condition.Or;
import org.peyvand.record.sql.RecordTable;
import tools.jackson.databind.JsonNode;

/**
 * Judges filters over records that are not stored yet, or as they stood: the same SQL as of a list, over rows that travel
 * along with the question. One statement, however many filters and rows.
 */
public final class Judging {

    private static final Visibility SEES_ALL = new Visibility() {
        @Override
        public Reach reach(Actor actor, RecordType type, Operation operation) {
            return Reach.ALL;
        }

        @Override
        public FieldAccess access(Actor actor, RecordType type, Field<?> field) {
            return FieldAccess.WRITABLE;
        }
    };

    private final DSLContext sql;
    private final Visibility visibility;
    private final Clock clock;

    public Judging(DSLContext sql, Visibility visibility) {
        this.sql = sql;
        this.visibility = visibility;
        this.clock = Clock.systemUTC();
    }

    /**
     * Finds out whether a filter can judge records of a type that are not stored yet.
     *
     * @throws Refusal.Malformed when it cannot be read, or asks for tags or keys of other systems, which are no columns
     */
    public static void check(Model model, RecordType type, JsonNode filter) {
        Actor system = Actor.system();
        Sight sight = new Sight(system, model, SEES_ALL, system.today(Clock.systemUTC()));
        demandColumns(new FilterParser(sight).parse(type, filter));
    }

    /** Whether the actor may know every field that the filter names. */
    public boolean isReadable(Actor actor, Model model, RecordType type, JsonNode filter) {
        return parsed(sight(actor, model), type, filter) != null;
    }

    /**
     * Asks which filters hold for which rows.
     *
     * @param rows the text of each cell by column, one map for each record
     * @return for each filter the rows it holds for; null for a filter that names what the actor may not know
     */
    public List<@Nullable BitSet> judge(
            Actor actor,
            Model model,
            RecordType type,
            List<Map<Column, @Nullable String>> rows,
            List<JsonNode> filters) {
        Sight sight = sight(actor, model);
        RecordType plain = unsearched(model.effective(type));
        ConditionCompiler compiler = new ConditionCompiler(sight);
        RecordTable table = RecordTable.of(plain, "draft");
        List<@Nullable BitSet> answers = new ArrayList<>();
        List<org.jooq.Field<Boolean>> asked = new ArrayList<>();
        for (JsonNode filter : filters) {
            Condition condition = parsed(sight, plain, filter);
            answers.add(condition == null ? null : new BitSet());
            if (condition != null) {
                asked.add(DSL.field(DSL.condition("({0}) is true", compiler.compile(condition, table))));
            }
        }
        if (!asked.isEmpty()) {
            ask(plain, rows, asked, answers.stream().flatMap(Stream::ofNullable).toList());
        }
        return answers;
    }

    private void ask(
            RecordType type,
            List<Map<Column, @Nullable String>> rows,
            List<org.jooq.Field<Boolean>> asked,
            List<BitSet> answers) {
        List<Column> columns = type.fields().stream()
                .flatMap(field -> field.columns().stream())
                .toList();
        List<org.jooq.Field<?>> select = new ArrayList<>(asked);
        select.addFirst(DSL.field(DSL.name("draft", "nth"), Integer.class));
        sql.select(select).from(drafts(columns, rows)).fetch().forEach(row -> {
            int nth = row.get(0, Integer.class) - 1;
            for (int i = 0; i < answers.size(); i++) {
                answers.get(i).set(nth, Boolean.TRUE.equals(row.get(i + 1)));
            }
        });
    }

    /** The rows as a table: an array of text for each column, cast by the database. */
    private static org.jooq.Table<?> drafts(List<Column> columns, List<Map<Column, @Nullable String>> rows) {
        List<QueryPart> parts = new ArrayList<>();
        StringBuilder unnest = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder casts = new StringBuilder("u.nth::integer as nth");
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            @Nullable String[] cells = rows.stream().map(row -> row.get(column)).toArray(String[]::new);
            unnest.append(i == 0 ? "" : ", ").append('{').append(i).append("}::text[]");
            names.append("c").append(i).append(", ");
            casts.append(", u.c")
                    .append(i)
                    .append("::")
                    .append(column.sqlType())
                    .append(" as \"")
                    .append(column.name())
                    .append('"');
            parts.add(DSL.val(cells, String[].class));
        }
        return DSL.table(
                "(select " + casts + " from unnest(" + unnest + ") with ordinality as u(" + names
                        + "nth)) as \"draft\"",
                parts.toArray(QueryPart[]::new));
    }

    private @Nullable Condition parsed(Sight sight, RecordType type, JsonNode filter) {
        try {
            return new FilterParser(sight).parse(type, filter);
        } catch (Refusal.Malformed unknown) {
            return null;
        }
    }

    private Sight sight(Actor actor, Model model) {
        return new Sight(actor, model, visibility, actor.today(clock));
    }

    /** A draft has no words for search, so its columns are compared as they are. */
    private static RecordType unsearched(RecordType type) {
        return type.withFields(type.searchedFields().stream()
                .<Field<?>>map(field -> field.without(Field.Flag.SEARCHED))
                .toList());
    }

    private static void demandColumns(Condition condition) {
        switch (condition) {
            case And and -> and.parts().forEach(Judging::demandColumns);
            case Or or -> or.parts().forEach(Judging::demandColumns);
            case Not not -> demandColumns(not.part());
            case Has has -> {}
            case Compare compare -> {
                Field<?> field = compare.path().field();
                boolean elsewhere = ExternalKey.is(field)
                        || field.type() instanceof TagsType
                        || field.type() instanceof ExternalKeysType;
                if (compare.path().direct() && elsewhere) {
                    throw Sight.refusal(
                            compare.path().toString(),
                            "not-in-rules",
                            compare.path().toString());
                }
            }
        }
    }
}
