package org.peyvand.record.overlay;

import java.util.List;
import java.util.Set;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import tools.jackson.databind.JsonNode;

/** What roles grant to own types. A port: the module that knows roles implements it. */
public interface RoleGrants {

    /**
     * What one role grants to one type.
     *
     * @param role its name as it is stored
     * @param scopes by operation
     */
    record Grant(String role, String type, JsonNode scopes) {}

    /** All grants to these types by their names. */
    List<Grant> of(Set<String> types);

    /** What is wrong with a grant, whether or not its type exists yet; nothing when it is sound. */
    List<Problem> problems(Grant grant);

    /** Makes the roles grant this, in place of what they grant to the same types; within the caller's transaction. */
    void put(Actor actor, List<Grant> grants);
}
