package org.peyvand.record.overlay;

import java.util.List;
import org.jooq.DSLContext;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Catches up at start with the indexes that live own fields lack: the migration that gave earlier days and moments theirs left
 * those out whose names the program shortens.
 */
@Component
final class MissingIndexes implements ApplicationRunner {

    private final OverlayRows rows;
    private final FieldColumns columns;
    private final Models models;
    private final FieldPreparation preparation;

    MissingIndexes(DSLContext sql, Models models, FieldPreparation preparation) {
        this.rows = new OverlayRows(sql);
        this.columns = new FieldColumns(sql);
        this.models = models;
        this.preparation = preparation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        enqueue();
    }

    void enqueue() {
        lacking().forEach(field -> preparation.enqueue(Actor.system(), field.type(), field.name()));
    }

    private List<OverlayField> lacking() {
        return rows.fields().stream()
                .filter(OverlayField::wantsIndex)
                .filter(field -> models.current()
                        .find(field.type())
                        .filter(type -> !columns.isIndexed(type, field.field()))
                        .isPresent())
                .toList();
    }
}
