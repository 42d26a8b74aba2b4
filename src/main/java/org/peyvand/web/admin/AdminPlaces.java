package org.peyvand.web.admin;

import java.util.List;
import org.peyvand.web.AdministratorPlaces;
import org.springframework.stereotype.Component;

/** The entries for people, rights, record types, fields and tags. */
@Component
class AdminPlaces implements AdministratorPlaces {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(1, "users", "type.users", "/admin/users"),
                new Entry(2, "users-group", "type.teams", "/admin/teams"),
                new Entry(3, "shield-lock", "type.roles", "/admin/roles"),
                new Entry(4, "box", "typeadmin", "/admin/types"),
                new Entry(5, "forms", "fieldadmin", "/admin/fields"),
                new Entry(6, "tag", "type.tags", "/admin/tags"));
    }
}
