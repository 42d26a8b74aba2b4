package org.peyvand.web.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.record.Actor;
import org.peyvand.record.Layouts;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.FieldRuling;
import org.peyvand.web.value.Inputs;
import org.springframework.stereotype.Component;

/** Finds what a request is about, and says what its reader may do with it. */
@Component
class Records {

    private final Models models;
    private final ReadGate gate;
    private final Visibility visibility;
    private final Layouts layouts;
    private final FieldRuling ruling;
    private final CurrentActor current;

    Records(
            Models models,
            ReadGate gate,
            Visibility visibility,
            Layouts layouts,
            CurrentActor current,
            FieldRuling ruling) {
        this.ruling = ruling;
        this.layouts = layouts;
        this.models = models;
        this.gate = gate;
        this.visibility = visibility;
        this.current = current;
    }

    Actor actor() {
        return current.actor();
    }

    Model model() {
        return models.current();
    }

    ReadGate gate() {
        return gate;
    }

    /** The type as laid out for the reader, or the answer that there is none when they may see none of its records. */
    RecordType type(String plural) {
        return model().find(plural)
                .filter(type -> may(type, Operation.READ))
                .map(type -> layouts.of(actor(), type))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** A record with the names of what it refers to: two statements, and one more where its type has rules. */
    Subject subject(String plural, UUID id) {
        StoredRecord record = gate.find(actor(), type(plural), id).orElseThrow(Refusal.NotFound::new);
        return subject(record);
    }

    Subject subject(StoredRecord record) {
        return new Subject(
                layouts.of(actor(), record),
                gate.namesIn(actor(), List.of(record)),
                ruling.of(actor(), record.type(), record.id(), record.values()),
                new Permitted(operation -> may(record, operation)));
    }

    /** Whether the reader may do it to this record. */
    boolean may(StoredRecord record, Operation operation) {
        return may(record.type(), operation) && gate.isWithin(actor(), record.type(), record.id(), operation);
    }

    /** Whether the reader may do it to some records of the type; the gates decide about each. */
    boolean may(RecordType type, Operation operation) {
        boolean brought = type.belongsToField()
                .filter(field -> field.type() instanceof AnyReferenceType)
                .isPresent();
        boolean guarded = type.is(RecordType.Flag.GUARDED) && operation != Operation.READ
                || brought && operation == Operation.CREATE;
        return !guarded && !(visibility.reach(actor(), type, operation) instanceof Reach.None);
    }

    boolean reads(RecordType type, Field<?> field) {
        return visibility.access(actor(), type, field) != FieldAccess.HIDDEN;
    }

    boolean writes(RecordType type, Field<?> field) {
        return Inputs.isAsked(field)
                && !type.is(RecordType.Flag.GUARDED)
                && visibility.access(actor(), type, field) == FieldAccess.WRITABLE;
    }

    /** The fields that the reader may fill in by hand. */
    List<Field<?>> writable(RecordType type) {
        return type.fields().stream().filter(field -> writes(type, field)).toList();
    }

    /** The types whose records are about other records: notes, tasks and what else has such a field. */
    List<Activity> activities() {
        return model().types().stream()
                .filter(type -> !type.is(RecordType.Flag.GUARDED) && may(type, Operation.READ))
                .flatMap(type -> about(type).map(field -> new Activity(type, field)).stream())
                .toList();
    }

    private Optional<Field<?>> about(RecordType type) {
        return type.ownFields().stream()
                .filter(field -> field.type() instanceof AnyReferenceType && reads(type, field))
                .findFirst();
    }

    /** The owner field, where records of the type have owners. */
    static boolean isOwned(RecordType type) {
        return type.is(RecordType.Flag.OWNED)
                && type.find(SystemFields.OWNER.name()).isPresent();
    }
}
