package org.peyvand.record.overlay;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.database.Notifications;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The model of the moment: the declared types with the overlay of the database. Held in memory, and read anew when another
 * node says so or a write finds that the version has moved on.
 */
@Component
public final class DatabaseModels implements Models {

    static final String CHANNEL = "overlay";

    private static final ScopedValue<Model> CHANGING = ScopedValue.newInstance();

    private final OverlayRows rows;
    private final LayoutRows layouts;
    private final RuleRows rules;
    private final List<RecordType> declared;
    private volatile @Nullable Model current;

    @Autowired
    DatabaseModels(DSLContext sql, ObjectProvider<RecordType> declared, Notifications notifications) {
        this(sql, declared.orderedStream().toList());
        notifications.listen(CHANNEL, version -> noticed(Long.parseLong(version)), this::reload);
    }

    /** For a program without other nodes, such as a test. */
    public DatabaseModels(DSLContext sql, Collection<RecordType> declared) {
        this.rows = new OverlayRows(sql);
        this.layouts = new LayoutRows(sql);
        this.rules = new RuleRows(sql);
        this.declared = declared.stream()
                .sorted(Comparator.comparing(RecordType::plural))
                .toList();
    }

    @Override
    public Model current() {
        if (CHANGING.isBound()) {
            return CHANGING.get();
        }
        Model known = current;
        return known != null ? known : reload();
    }

    /** Reads the overlay again if its version is another than the one in memory; within a transaction, as that sees it. */
    public synchronized Model reload() {
        if (CHANGING.isBound()) {
            return CHANGING.get();
        }
        Model known = current;
        if (known != null && known.version() == rows.version()) {
            return known;
        }
        Model fresh = Overlay.read(rows, layouts, rules).over(declared);
        current = fresh;
        return fresh;
    }

    /** The model as the present transaction sees it, which nobody else may hold before it has committed. */
    Model uncommitted() {
        return Overlay.read(rows, layouts, rules).over(declared);
    }

    /** Does what belongs to a change of the model, in its transaction, by the model as it will be. */
    void changing(Runnable work) {
        ScopedValue.where(CHANGING, uncommitted()).run(work);
    }

    private void noticed(long version) {
        Model known = current;
        if (known == null || known.version() != version) {
            reload();
        }
    }
}
