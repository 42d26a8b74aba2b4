package org.peyvand.web.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.peyvand.exchange.ExtraColumns;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;

/** What the reader may import and export, by type and field. */
@Component
class ImportTypes {

    private final Models models;
    private final Visibility visibility;
    private final Labels labels;
    private final ExtraColumns extras;

    ImportTypes(Models models, Visibility visibility, Labels labels, ExtraColumns extras) {
        this.extras = extras;
        this.models = models;
        this.visibility = visibility;
        this.labels = labels;
    }

    RecordType find(Actor actor, String plural, Operation operation) {
        return models.current()
                .find(plural)
                .filter(type -> may(actor, type, operation))
                .orElseThrow(Refusal.NotFound::new);
    }

    boolean mayAny(Actor actor, Operation operation) {
        return models.current().types().stream().anyMatch(type -> may(actor, type, operation));
    }

    List<RecordType> all(Actor actor, Operation operation) {
        return models.current().types().stream()
                .filter(type -> may(actor, type, operation))
                .toList();
    }

    List<Choice> choices(Actor actor, Operation operation, Page page) {
        return all(actor, operation).stream()
                .map(type -> new Choice(type.plural(), many(type, page)))
                .toList();
    }

    /** The fields a column may fill. */
    List<Choice> fields(Actor actor, RecordType type, Page page) {
        return Stream.concat(
                        type.fields().stream()
                                .filter(field -> !field.is(Field.Flag.READ_ONLY) || field.is(Field.Flag.BUILDING))
                                .filter(field -> visibility.access(actor, type, field) == FieldAccess.WRITABLE),
                        extras.writable(actor, type.plural()).stream())
                .map(field -> new Choice(field.name(), label(type, field, page)))
                .toList();
    }

    String many(RecordType type, Page page) {
        return labels.many(type, page.presentation().language());
    }

    String label(RecordType type, Field<?> field, Page page) {
        return labels.field(type, field, page.presentation().language());
    }

    String option(RecordType type, Field<?> field, String key, Page page) {
        return labels.option(type, field, key, page.presentation().language());
    }

    private boolean may(Actor actor, RecordType type, Operation operation) {
        boolean guarded = type.is(RecordType.Flag.GUARDED) && operation == Operation.IMPORT;
        return !guarded && !(visibility.reach(actor, type, operation) instanceof Reach.None);
    }
}
