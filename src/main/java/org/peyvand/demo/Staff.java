package org.peyvand.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Team;
import org.peyvand.access.User;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The people of the company and their teams. Those who can sign in already get a share of the work. */
final class Staff {

    private static final String SELLER = "seller";
    private static final int SHARE_OF_THE_SIGNED_IN = 12;

    /**
     * Somebody that records belong to.
     *
     * @param team the team of the records, null for somebody without one
     */
    record Owner(UUID user, @Nullable UUID team) {

        /** Signs a record as made by its owner at a moment. */
        Draft sign(Draft draft, Instant created) {
            return draft.set(SystemFields.OWNER, user)
                    .set(SystemFields.TEAM, team)
                    .set(SystemFields.CREATED_BY, user)
                    .set(SystemFields.UPDATED_BY, user)
                    .set(SystemFields.CREATED_AT, created)
                    .set(SystemFields.UPDATED_AT, created);
        }
    }

    private final Words words;
    private final Instant founded;
    private final Map<String, StoredRecord> roles;
    private final List<Owner> sellers = new ArrayList<>();
    private final Optional<Owner> signedIn;

    /**
     * @param roles the roles of the site by name
     * @param signedIn somebody who could sign in before the company came
     */
    Staff(Words words, Instant founded, Map<String, StoredRecord> roles, @Nullable UUID signedIn) {
        this.words = words;
        this.founded = founded;
        this.roles = roles;
        this.signedIn = Optional.ofNullable(signedIn).map(user -> new Owner(user, null));
        for (int i = 0; i < words.staff.size(); i++) {
            List<String> person = words.staff.get(i);
            if (person.get(1).equals(SELLER)) {
                sellers.add(new Owner(user(i), team(Integer.parseInt(person.get(0)))));
            }
        }
    }

    /** Who looks after the customer with this number; not all look after as many. */
    Owner owner(Dice dice) {
        if (signedIn.isPresent() && dice.below(SHARE_OF_THE_SIGNED_IN) == 0) {
            return signedIn.get();
        }
        return sellers.get(dice.early(sellers.size()));
    }

    /** A seller who is asked to come along; now and then the one who can sign in. */
    UUID colleague(Dice dice, Owner owner) {
        UUID colleague = owner(dice).user();
        return colleague.equals(owner.user())
                ? sellers.stream()
                        .map(Owner::user)
                        .filter(user -> !user.equals(owner.user()))
                        .findFirst()
                        .orElseThrow()
                : colleague;
    }

    List<Write> teams() {
        List<Write> teams = new ArrayList<>();
        for (int i = 0; i < words.teams.size(); i++) {
            teams.add(new Write.Create(
                    Team.TYPE,
                    team(i),
                    Draft.of(Team.NAME, words.teams.get(i).getFirst()).set(Team.PARENT, i == 0 ? null : team(0))));
        }
        return teams;
    }

    List<Write> users() {
        List<Write> users = new ArrayList<>();
        for (int i = 0; i < words.staff.size(); i++) {
            List<String> person = words.staff.get(i);
            users.add(new Write.Create(
                    User.TYPE,
                    user(i),
                    Draft.of(User.NAME, person.get(2) + " " + person.get(3))
                            .set(User.EMAIL, person.get(4) + "@example.ir")
                            .set(User.ACTIVE, true)
                            .set(User.ROLES, roles(person.get(1)))
                            .set(SystemFields.TEAM, team(Integer.parseInt(person.get(0))))));
        }
        return users;
    }

    /** As the API reads references: the role with its name. */
    private ArrayNode roles(String name) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        StoredRecord role = roles.get(name);
        if (role != null) {
            list.addObject()
                    .put("id", role.id().toString())
                    .put("type", "roles")
                    .put("name", name);
        }
        return list;
    }

    private UUID team(int index) {
        return Kind.TEAM.id(index, founded);
    }

    private UUID user(int index) {
        return Kind.USER.id(index, founded);
    }
}
