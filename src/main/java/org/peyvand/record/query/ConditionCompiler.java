package org.peyvand.record.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.impl.DSL;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.RelativePeriod;
import org.peyvand.record.RecordType;
import org.peyvand.record.Relation;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.query.Condition.And;
import org.peyvand.record.query.Condition.Compare;
import org.peyvand.record.query.Condition.Has;
import org.peyvand.record.query.Condition.Me;
import org.peyvand.record.query.Condition.MyTeams;
import org.peyvand.record.query.Condition.Not;
import org.peyvand.record.query.Condition.Or;
import org.peyvand.record.sql.RecordTable;

/**
 * The one place where a {@link Condition} becomes SQL. Whatever it names is looked up again in what the actor sees, so a
 * condition that was built or stored by somebody else reveals nothing. Every result is negated as a whole truth: an empty
 * value does not equal anything, and so is among the records that do not.
 */
final class ConditionCompiler {

    private final Sight sight;
    private int aliases;

    ConditionCompiler(Sight sight) {
        this.sight = sight;
    }

    /** A fresh alias for a table of this type. */
    RecordTable alias(RecordType type) {
        return RecordTable.of(sight.effective(type), "r" + aliases++);
    }

    /** The condition on the rows of a table, without the reach of that table itself. */
    org.jooq.Condition compile(Condition condition, RecordTable table) {
        return switch (condition) {
            case And and -> DSL.and(each(and.parts(), table));
            case Or or -> or.parts().isEmpty() ? DSL.falseCondition() : DSL.or(each(or.parts(), table));
            case Not not -> isNot(compile(not.part(), table));
            case Has has -> has(has, table);
            case Compare compare -> compare(compare, table);
        };
    }

    private List<org.jooq.Condition> each(List<Condition> parts, RecordTable table) {
        return parts.stream().map(part -> compile(part, table)).toList();
    }

    private org.jooq.Condition compare(Compare compare, RecordTable table) {
        Operator operator = compare.operator();
        Operator positive = operator.negates().orElse(operator);
        org.jooq.Condition holds = along(
                compare.path(),
                0,
                table,
                (end, field) -> holds(compare.path(), positive, field, compare.operands(), end));
        return positive == operator ? holds : isNot(holds);
    }

    /** Follows the references of a path; each target counts only when it is within reach itself. */
    private org.jooq.Condition along(
            FieldPath path, int step, RecordTable table, BiFunction<RecordTable, Field<?>, org.jooq.Condition> leaf) {
        if (step == path.hops().size()) {
            return leaf.apply(table, field(path, table.type()));
        }
        Relation hop = sight.hop(table.type(), path.hops().get(step).name());
        RecordTable target = alias(hop.target());
        return exists(target, joined(hop, table, target).and(along(path, step + 1, target, leaf)));
    }

    private Field<?> field(FieldPath path, RecordType type) {
        if (ExternalKey.is(path.field())) {
            sight.field(type, org.peyvand.record.SystemFields.EXTERNAL_KEYS.name());
            return path.field();
        }
        return sight.field(type, path.field().name());
    }

    private org.jooq.Condition has(Has has, RecordTable table) {
        Relation relation = sight.relation(table.type(), has.relation().name())
                .orElseThrow(() -> Sight.unknown(has.relation().name()));
        RecordTable target = alias(relation.target());
        Condition where = Objects.requireNonNullElse(has.where(), Condition.ALWAYS);
        org.jooq.Condition related =
                DSL.and(joined(relation, table, target), target.deletedAt().isNull(), compile(where, target));
        Integer most = has.most();
        if (has.least() == 1 && most == null) {
            return exists(target, related);
        }
        if (has.least() <= 0 && most != null && most == 0) {
            return DSL.not(exists(target, related));
        }
        // counts no further than the answer needs
        int enough = most == null ? has.least() : Math.max(has.least(), most + 1);
        org.jooq.Field<Integer> count = DSL.field(DSL.selectCount()
                .from(DSL.selectOne()
                        .from(target.table())
                        .where(related, sight.within(target))
                        .limit(DSL.inline(Math.max(enough, 0)))));
        org.jooq.Condition least = count.ge(has.least());
        return most == null ? least : has.least() <= 0 ? count.le(most) : count.between(has.least(), most);
    }

    private org.jooq.Condition exists(RecordTable target, org.jooq.Condition condition) {
        return DSL.exists(DSL.selectOne().from(target.table()).where(sight.within(target), condition));
    }

    static org.jooq.Condition joined(Relation relation, RecordTable from, RecordTable target) {
        return relation.forward()
                ? target.id().eq(reference(from, relation.field()))
                : reference(target, relation.field()).eq(from.id());
    }

    private static org.jooq.Field<UUID> reference(RecordTable table, Field<?> field) {
        return table.column(field.columns().getFirst()).coerce(UUID.class);
    }

    private org.jooq.Condition holds(
            FieldPath path, Operator operator, Field<?> field, List<Object> given, RecordTable table) {
        if (!allowed(field).contains(operator)) {
            throw Sight.refusal(path.toString(), "operator-not-allowed", path.toString(), operator.key());
        }
        if (ExternalKey.is(field)) {
            return ExternalKey.condition(field, given, table);
        }
        if (operator == Operator.IS_NOT_EMPTY) {
            return isNotEmpty(field, table);
        }
        if (field.type() instanceof TagsType) {
            return Tagged.compare(operator, given, table);
        }
        if (operator == Operator.WITHIN) {
            return within((RelativePeriod) given.getFirst(), field, table);
        }
        List<Object> operands = resolved(given);
        if (operands.isEmpty()) {
            return operator == Operator.HAS_ALL ? DSL.trueCondition() : DSL.falseCondition();
        }
        return worded(operands.size() > 1 && operator == Operator.EQ ? Operator.IN : operator, field, operands, table);
    }

    static java.util.Set<Operator> allowed(Field<?> field) {
        return ExternalKey.is(field) ? ExternalKey.OPERATORS : field.type().operators();
    }

    private static org.jooq.Condition isNotEmpty(Field<?> field, RecordTable table) {
        return switch (field.type()) {
            case TagsType tags -> Tagged.isTagged(table);
            case ExternalKeysType keys -> Tagged.hasKeys(table);
            case MultiChoiceType choices -> DSL.condition("({0}) is true", choices.isNotEmpty(table.columns(field)));
            case org.peyvand.record.field.FieldType<?> type -> type.isNotEmpty(table.columns(field));
        };
    }

    /** Days of the reader, as dates or as the instants between their midnights. */
    private org.jooq.Condition within(RelativePeriod period, Field<?> field, RecordTable table) {
        DateRange range = period.range(sight.today());
        List<org.jooq.Field<?>> columns = table.columns(field);
        Object from = start(field, range.from());
        Object until = start(field, range.until());
        return field.type()
                .compare(Operator.GE, columns, List.of(from))
                .and(field.type().compare(Operator.LT, columns, List.of(until)));
    }

    private Object start(Field<?> field, LocalDate day) {
        return field.type() instanceof InstantType
                ? day.atStartOfDay(sight.actor().zone()).toInstant()
                : day;
    }

    private List<Object> resolved(List<Object> given) {
        List<Object> operands = new ArrayList<>(given.size());
        for (Object each : given) {
            switch (each) {
                case Me me -> sight.user().ifPresent(operands::add);
                case MyTeams mine
                when mine.home() -> {
                    UUID team = sight.actor().homeTeam();
                    if (team != null) {
                        operands.add(team);
                    }
                }
                case MyTeams mine -> operands.addAll(sight.actor().teams());
                default -> operands.add(each);
            }
        }
        return operands;
    }

    /** Compares a column, led to it by the folded search text when that holds its words. */
    private org.jooq.Condition worded(Operator operator, Field<?> field, List<Object> operands, RecordTable table) {
        if (operator == Operator.IN && isId(field)) {
            UUID[] ids = operands.stream().map(UUID.class::cast).toArray(UUID[]::new);
            return reference(table, field).eq(DSL.any(ids));
        }
        org.jooq.Condition exact = field.type().compare(operator, table.columns(field), operands);
        Field<?> list = contactPoints(field, table.type());
        boolean searched = field.is(Field.Flag.SEARCHED) && (list == null || list.is(Field.Flag.SEARCHED));
        if (list != null && list.type() instanceof ContactPointsType points) {
            org.jooq.Field<?> column = table.columns(list).getFirst();
            exact = exact.or(points.anyEntry(field.type(), operator, column, operands));
        }
        if (!searched || field.is(Field.Flag.UNIQUE)) {
            return exact;
        }
        return WordsMatch.ledTo(
                operator,
                operands,
                table,
                WordsMatch.asWritten(operator, field, operands, table).or(exact));
    }

    private static boolean isId(Field<?> field) {
        return field.type() instanceof ReferenceType || field.type() instanceof org.peyvand.record.field.UuidType;
    }

    /** The list whose primary entry the field is, if the actor reads that list. */
    private org.peyvand.record.field.@org.jspecify.annotations.Nullable Field<?> contactPoints(
            Field<?> field, RecordType type) {
        ContactPointsType.Kind kind = field.type() instanceof EmailType
                ? ContactPointsType.Kind.EMAILS
                : field.type() instanceof PhoneType ? ContactPointsType.Kind.PHONES : null;
        boolean primary = java.util.Set.of("email", "phone", "mobile").contains(field.name());
        return kind == null || !primary
                ? null
                : type.fields().stream()
                        .filter(each -> each.type() instanceof ContactPointsType list && list.kind() == kind)
                        .filter(each -> sight.reads(type, each))
                        .findFirst()
                        .orElse(null);
    }

    /** The complement, in which what is unknown counts as not so. */
    private static org.jooq.Condition isNot(org.jooq.Condition condition) {
        return DSL.condition("(({0}) is not true)", condition);
    }
}
