package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.peyvand.record.Models;

/** Reads all that a customisation consists of. */
final class CustomisationRows {

    private final DSLContext sql;
    private final OverlayRows rows;
    private final LayoutRows layouts;
    private final RuleRows rules;
    private final Models models;

    CustomisationRows(DSLContext sql, Models models) {
        this.sql = sql;
        this.rows = new OverlayRows(sql);
        this.layouts = new LayoutRows(sql);
        this.rules = new RuleRows(sql);
        this.models = models;
    }

    CustomisationJson.Document read(RoleGrants grants) {
        List<OverlayType> types = rows.types();
        Set<String> own =
                types.stream().filter(OverlayType::own).map(OverlayType::name).collect(Collectors.toSet());
        Map<UUID, String> roles = roles();
        List<CustomisationJson.Laid> laid = new ArrayList<>();
        for (Layout layout : layouts.all()) {
            UUID role = layout.role();
            if (role == null || roles.containsKey(role)) {
                laid.add(new CustomisationJson.Laid(layout, role == null ? null : roles.get(role)));
            }
        }
        List<CustomisationJson.Ruled> ruled = new ArrayList<>();
        rules.all()
                .forEach((type, byField) ->
                        byField.forEach((field, rule) -> ruled.add(new CustomisationJson.Ruled(type, field, rule))));
        return new CustomisationJson.Document(
                types, rows.fields(), rows.changes(), laid, ruled, own.isEmpty() ? List.of() : grants.of(own));
    }

    /** The names of the roles, where there are any. */
    Map<UUID, String> roles() {
        Map<UUID, String> names = new HashMap<>();
        models.current()
                .find("roles")
                .ifPresent(type -> sql.resultQuery(
                                "select id, name from {0} where deleted_at is null", DSL.name(type.table()))
                        .fetch()
                        .forEach(row -> names.put(row.get(0, UUID.class), row.get(1, String.class))));
        return names;
    }
}
