package org.peyvand.record.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Relation;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.record.sql.RecordTable;
import tools.jackson.databind.JsonNode;

/**
 * What one actor sees of one model, for the length of one call. A field that is hidden and a field that does not exist
 * are the same here.
 *
 * @param today the actor's today
 */
record Sight(Actor actor, Model model, Visibility visibility, LocalDate today) {

    /** The type as it is now, whoever's declaration the caller holds. */
    RecordType effective(RecordType type) {
        return model.effective(type);
    }

    Reach reach(RecordType type) {
        return visibility.reach(actor, type, Operation.READ);
    }

    /** That a row of the table is within reach. */
    org.jooq.Condition within(RecordTable table) {
        return table.within(reach(table.type()), Operation.READ);
    }

    /** The same where other conditions lead to the rows: the planner weighs no index on owners and teams for it. */
    org.jooq.Condition sees(RecordTable table) {
        org.jooq.Condition within = within(table);
        return reach(table.type()) instanceof Reach.Some ? DSL.condition("({0}) is true", within) : within;
    }

    boolean reads(RecordType type, Field<?> field) {
        return visibility.access(actor, type, field) != FieldAccess.HIDDEN;
    }

    List<Field<?>> readable(RecordType type) {
        return type.fields().stream().filter(field -> reads(type, field)).toList();
    }

    /** A field that filters, orders and groups may name. */
    Optional<Field<?>> asked(RecordType type, String name) {
        return type.find(name).filter(field -> !field.is(Field.Flag.BUILDING) && reads(type, field));
    }

    /** A relation along a field that the actor reads. */
    Optional<Relation> relation(RecordType type, String name) {
        return model.relation(type, name)
                .filter(found -> asked(
                                found.forward() ? found.from() : found.target(),
                                found.field().name())
                        .isPresent());
    }

    /** A reference that paths may follow. */
    Relation hop(RecordType type, String name) {
        return relation(type, name).filter(Relation::forward).orElseThrow(() -> unknown(name));
    }

    Field<?> field(RecordType type, String name) {
        return asked(type, name).orElseThrow(() -> unknown(name));
    }

    Optional<UUID> user() {
        return Optional.ofNullable(actor.user());
    }

    /** Whether the actor could ask this filter of the type with this plural: reads the type and every field it names. */
    boolean asks(@Nullable Object plural, JsonNode filter) {
        RecordType type = model.find(String.valueOf(plural)).orElse(null);
        if (type == null || reach(type) instanceof Reach.None) {
            return false;
        }
        try {
            new FilterParser(this).parse(type, filter);
            return true;
        } catch (Refusal.Malformed _) {
            return false;
        }
    }

    static Refusal.Malformed unknown(String path) {
        return refusal(path, "unknown-field", path);
    }

    static Refusal.Malformed refusal(String path, String code, String... arguments) {
        return new Refusal.Malformed(List.of(Problem.of(path, code, arguments)), code, arguments);
    }
}
