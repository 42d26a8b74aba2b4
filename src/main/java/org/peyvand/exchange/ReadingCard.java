package org.peyvand.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.Candidate;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Draft;
import org.springframework.stereotype.Component;

/** Takes a pasted signature or card apart for a new record. Nothing is written by it. */
@Component
public final class ReadingCard {

    private final Models models;
    private final ReadGate gate;
    private final Visibility visibility;

    ReadingCard(Models models, ReadGate gate, Visibility visibility) {
        this.models = models;
        this.gate = gate;
        this.visibility = visibility;
    }

    /**
     * What a text says of the fields that the actor may fill in; the firm when the actor sees exactly one of that name.
     *
     * @param text a signature, the words of a business card, or a vCard
     * @throws Refusal.NotFound when the type is not one of people or firms, or the actor makes no records of it
     */
    public Draft read(Actor actor, RecordType type, String text) {
        if (!type.isCompared() || visibility.reach(actor, type, Operation.CREATE) instanceof Reach.None) {
            throw new Refusal.NotFound();
        }
        Card card = Cards.read(text);
        Draft draft = Cards.draft(card, type);
        firm(card, type).ifPresent(field -> known(actor, field, card).ifPresent(id -> draft.put(field, id)));
        draft.values().keySet().removeIf(name -> !isWritable(actor, type, type.field(name)));
        return draft;
    }

    private boolean isWritable(Actor actor, RecordType type, Field<?> field) {
        return !field.is(Field.Flag.READ_ONLY)
                && !field.is(Field.Flag.COMPUTED)
                && visibility.access(actor, type, field) == FieldAccess.WRITABLE;
    }

    /** The field that refers to the firm somebody works for. */
    private static Optional<Field<?>> firm(Card card, RecordType type) {
        return card.company() == null
                ? Optional.empty()
                : type.find("account").filter(field -> field.type() instanceof ReferenceType);
    }

    private Optional<UUID> known(Actor actor, Field<?> field, Card card) {
        RecordType firms = models.current()
                .find(((ReferenceType) field.type()).target())
                .filter(RecordType::isCompared)
                .orElse(null);
        if (firms == null || card.company() == null) {
            return Optional.empty();
        }
        List<Candidate> named =
                gate.candidates(actor, firms, Map.of(firms.titleField().name(), card.company()), null).stream()
                        .filter(each -> each.reasons().getFirst().kind() == Candidate.Kind.NAME)
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst().record().id()) : Optional.empty();
    }
}
