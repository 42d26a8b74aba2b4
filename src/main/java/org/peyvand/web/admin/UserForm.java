package org.peyvand.web.admin;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.User;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Draft;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the form of a user holds.
 *
 * @param id null for a new user
 * @param team the id of a team, or empty
 * @param roles the ids of roles
 */
public record UserForm(@Nullable UUID id, String name, String email, String team, List<String> roles, boolean active) {

    static UserForm blank() {
        return new UserForm(null, "", "", "", List.of(), false);
    }

    static UserForm of(StoredRecord user) {
        UUID team = user.get(SystemFields.TEAM);
        return new UserForm(
                user.id(),
                People.text(user.get(User.NAME)),
                People.text(user.get(User.EMAIL)),
                team == null ? "" : team.toString(),
                People.held(user),
                Boolean.TRUE.equals(user.get(User.ACTIVE)));
    }

    static UserForm of(@Nullable UUID id, MultiValueMap<String, String> sent, boolean active) {
        return new UserForm(
                id,
                People.text(sent.getFirst("name")),
                People.text(sent.getFirst("email")),
                People.text(sent.getFirst("team")),
                sent.getOrDefault("roles", List.of()),
                active);
    }

    Draft draft() {
        ArrayNode held = JsonNodeFactory.instance.arrayNode();
        roles.forEach(held::add);
        return Draft.of(User.NAME, orNull(name))
                .set(User.EMAIL, orNull(email))
                .set(SystemFields.TEAM, People.uuid(team))
                .set(User.ROLES, held);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
