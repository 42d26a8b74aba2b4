package org.peyvand.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.Visibility.Reach.Audience;
import org.peyvand.record.field.JsonType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The saved views of a type that a reader has at hand, through the gate like every record. */
@Component
public class Views {

    private final ReadGate gate;
    private final Visibility visibility;

    Views(ReadGate gate, Visibility visibility) {
        this.gate = gate;
        this.visibility = visibility;
    }

    /** One's own, those of one's team and those for everyone, in their order; as many as a page holds. One statement. */
    public List<View> of(Actor actor, RecordType type) {
        FieldPath scope = FieldPath.of(SavedView.TYPE, SavedView.SCOPE);
        Condition athand = new Condition.Or(List.of(
                compare(SystemFields.OWNER, new Condition.Me()),
                Condition.compare(scope, Operator.EQ, Audience.EVERYONE),
                Condition.and(
                        Condition.compare(scope, Operator.EQ, Audience.TEAM),
                        compare(SystemFields.TEAM, new Condition.MyTeams(true)))));
        Query query = Query.of(SavedView.TYPE)
                .where(Condition.and(
                        Condition.compare(FieldPath.of(SavedView.TYPE, SavedView.OF), Operator.EQ, type.plural()),
                        athand));
        return gate.page(actor, query).items().stream()
                .map(record -> view(actor, record))
                .toList();
    }

    /** A view of the type that the reader may see. */
    public Optional<View> find(Actor actor, RecordType type, UUID id) {
        return gate.find(actor, SavedView.TYPE, id)
                .filter(record -> !record.deleted() && type.plural().equals(record.get(SavedView.OF)))
                .map(record -> view(actor, record));
    }

    /** Where a view that is shown to the reader leads. */
    public Optional<String> typeOf(Actor actor, UUID id) {
        return gate.find(actor, SavedView.TYPE, id).flatMap(record -> Optional.ofNullable(record.get(SavedView.OF)));
    }

    /** Whether the actor may show views to everyone. */
    public boolean mayPublish(Actor actor) {
        return switch (visibility.reach(actor, SavedView.TYPE, Operation.CREATE)) {
            case Reach.None none -> false;
            case Reach.All all -> true;
            case Reach.Some some -> false;
            case Reach.Through through -> false;
            case Audience audience -> audience.everyone();
        };
    }

    private View view(Actor actor, StoredRecord record) {
        JsonNode filter = record.get(SavedView.FILTER);
        boolean usable = !JsonType.hidden().equals(filter);
        return new View(
                record.id(),
                record.version(),
                Objects.requireNonNullElse(record.get(SavedView.NAME), ""),
                Objects.requireNonNullElse(record.get(SavedView.KIND), "table"),
                usable ? filter : null,
                record.get(SavedView.WORDS),
                record.get(SavedView.SORT),
                names(record.get(SavedView.COLUMNS)),
                record.get(SavedView.DENSITY),
                Objects.requireNonNullElse(record.get(SavedView.SCOPE), Audience.MINE),
                usable,
                isChangeable(actor, record));
    }

    private boolean isChangeable(Actor actor, StoredRecord record) {
        UUID owner = record.get(SystemFields.OWNER);
        UUID team = record.get(SystemFields.TEAM);
        return switch (visibility.reach(actor, SavedView.TYPE, Operation.UPDATE)) {
            case Reach.None none -> false;
            case Reach.All all -> true;
            case Reach.Some some -> false;
            case Reach.Through through -> false;
            case Audience audience ->
                audience.owner().equals(owner) || audience.covers(owner, team, record.get(SavedView.SCOPE));
        };
    }

    private static List<String> names(@Nullable JsonNode columns) {
        List<String> names = new ArrayList<>();
        if (columns != null) {
            columns.forEach(each -> names.add(each.asString()));
        }
        return names;
    }

    private static Condition compare(org.peyvand.record.field.Field<UUID> field, Object whom) {
        return Condition.compare(FieldPath.of(SavedView.TYPE, field), Operator.EQ, whom);
    }
}
