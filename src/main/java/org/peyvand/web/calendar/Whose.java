package org.peyvand.web.calendar;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;

/**
 * Whose records a calendar shows.
 *
 * @param team whether those of the reader's team
 * @param user somebody else, or null for the reader
 */
record Whose(boolean team, @Nullable UUID user) {

    static final String TEAM = "team";

    /** What the address says; a colleague goes before the team. */
    static Whose of(@Nullable String whose, @Nullable UUID user) {
        return new Whose(user == null && TEAM.equals(whose), user);
    }

    boolean mine() {
        return !team && user == null;
    }

    /** Its part of an address, ending in {@code &} unless it is empty. */
    String parameter() {
        return user != null ? "user=" + user + "&" : team ? "whose=" + TEAM + "&" : "";
    }

    Condition of(RecordType type, Model model) {
        if (team) {
            return Condition.compare(FieldPath.of(type, SystemFields.TEAM), Operator.EQ, new Condition.MyTeams(true));
        }
        Object who = user == null ? new Condition.Me() : user;
        Condition owned = Condition.compare(FieldPath.of(type, SystemFields.OWNER), Operator.EQ, who);
        return new Condition.Or(
                Stream.concat(Stream.of(owned), takingPart(type, model, who)).toList());
    }

    /** Users whom something that belongs to a record names, such as the participants of a meeting, have it in theirs too. */
    private static Stream<Condition> takingPart(RecordType type, Model model, Object who) {
        return model.relations(type).stream()
                .filter(relation -> !relation.forward()
                        && relation.target()
                                .belongsToField()
                                .filter(relation.field()::equals)
                                .isPresent())
                .flatMap(relation -> relation.target().ownFields().stream()
                        .filter(field -> field.type() instanceof ReferenceType reference
                                && reference.target().equals("users"))
                        .map(field -> new Condition.Has(
                                relation,
                                Condition.compare(FieldPath.of(relation.target(), field), Operator.EQ, who),
                                1,
                                null)));
    }
}
