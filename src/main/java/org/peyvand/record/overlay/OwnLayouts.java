package org.peyvand.record.overlay;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The layouts that administrators gave to types, for a role or for all. Every call is one transaction and one new version of
 * the model. Whether the actor is an administrator is checked by the door that calls.
 */
@Component
public final class OwnLayouts {

    private static final Logger log = LoggerFactory.getLogger(OwnLayouts.class);

    private final LayoutRows rows;
    private final SchemaChange schema;
    private final DatabaseModels models;

    public OwnLayouts(
            DSLContext sql, TransactionTemplate transactions, DatabaseModels models, Notifications notifications) {
        this.rows = new LayoutRows(sql);
        this.schema = new SchemaChange(sql, transactions, notifications, models, new OverlayRows(sql));
        this.models = models;
    }

    /** All layouts of a type, that for everybody first. */
    public List<Layout> of(String type) {
        return rows.all().stream().filter(layout -> layout.type().equals(type)).toList();
    }

    public Optional<Layout> find(String type, @Nullable UUID role) {
        return of(type).stream()
                .filter(layout -> Objects.equals(layout.role(), role))
                .findFirst();
    }

    /**
     * Sets a layout, in place of the one that stands.
     *
     * @throws Refusal.Invalid when it names what the type does not have, or anything twice
     */
    public void put(Actor actor, Layout layout) {
        schema.run(() -> {
            put(models.uncommitted(), layout);
            return layout;
        });
        log.info("{} laid out the type {} for {}", actor.name(), layout.type(), layout.role());
    }

    /** Takes a layout away, so that the one for everybody holds, or the shipped one. */
    public void remove(Actor actor, String type, @Nullable UUID role) {
        schema.run(() -> {
            rows.delete(type, role);
            return type;
        });
        log.info("{} took the layout of the type {} for {} away", actor.name(), type, role);
    }

    /** Sets a layout within a change of the schema that is under way. */
    void put(Model model, Layout layout) {
        RecordType type = model.find(layout.type()).orElseThrow(Refusal.NotFound::new);
        List<Problem> problems = layout.problems(type);
        UUID role = layout.role();
        if (role != null && !rows.isRole(role)) {
            problems.add(Problem.of("role", "unknown-role", role.toString()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        rows.put(layout);
    }
}
