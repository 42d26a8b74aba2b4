package org.peyvand.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.exchange.ReadingCard;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Draft;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says what a signature or a card tells of the fields of a new record. Nothing is written. */
@RestController
@Requires(Requires.Permission.SIGNED_IN)
class CardsController {

    private static final String TEXT = "text";

    private final CurrentActor current;
    private final Types types;
    private final ReadingCard cards;
    private final ReadGate gate;

    CardsController(CurrentActor current, Types types, ReadingCard cards, ReadGate gate) {
        this.current = current;
        this.types = types;
        this.cards = cards;
        this.gate = gate;
    }

    /** {@code {"text"}} answers {@code {"fields": {…}}}, as a create takes them. */
    @PostMapping(path = "/api/v1/{type}/card", produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameters
    JsonNode read(@PathVariable String type, @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType found = types.find(actor, type);
        Members.only(body, Set.of(TEXT));
        JsonNode text = body.path(TEXT);
        if (!text.isString()) {
            throw new Refusal.Invalid(List.of(Problem.of(TEXT, "required", TEXT)));
        }
        return write(actor, found, cards.read(actor, found, text.stringValue()));
    }

    private JsonNode write(Actor actor, RecordType type, Draft draft) {
        List<RecordRef> refs = new ArrayList<>();
        draft.values().forEach((name, value) -> {
            if (type.field(name).type() instanceof ReferenceType reference && value instanceof UUID id) {
                refs.add(new RecordRef(reference.target(), id));
            }
        });
        Map<RecordRef, RecordName> names = refs.isEmpty() ? Map.of() : gate.names(actor, refs);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode fields = answer.putObject("fields");
        draft.values()
                .forEach((name, value) ->
                        fields.set(name, RecordJson.value(type.field(name).type(), value, names)));
        return answer;
    }
}
