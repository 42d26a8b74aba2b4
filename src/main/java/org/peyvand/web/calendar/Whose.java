package org.peyvand.web.calendar;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
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

    Condition of(RecordType type) {
        if (team) {
            return Condition.compare(FieldPath.of(type, SystemFields.TEAM), Operator.EQ, new Condition.MyTeams(true));
        }
        Object who = user == null ? new Condition.Me() : user;
        return Condition.compare(FieldPath.of(type, SystemFields.OWNER), Operator.EQ, who);
    }
}
