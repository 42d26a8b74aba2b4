package org.peyvand.api;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Outcome;
import org.peyvand.record.write.Written;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers a write of one record: the record as it stands now, its version, and the change set it left. */
@Component
public final class Answers {

    static final String CHANGE_SET = "Peyvand-Change-Set";

    private final ReadGate gate;
    private final RecordJson json;

    Answers(ReadGate gate, RecordJson json) {
        this.gate = gate;
        this.json = json;
    }

    /** 201 for what was created, else 200; without the record when its writer may not read it. */
    ResponseEntity<JsonNode> of(Actor actor, RecordType type, Written written) {
        return of(actor, type, written, written.single().result() == Outcome.Result.CREATED);
    }

    ResponseEntity<JsonNode> of(Actor actor, RecordType type, Written written, boolean created) {
        UUID id = Objects.requireNonNull(written.single().id());
        ResponseEntity.BodyBuilder answer =
                marked(ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK), written);
        if (created) {
            answer.location(URI.create("/api/v1/" + type.plural() + "/" + id));
        }
        StoredRecord record = gate.find(actor, type, id).orElse(null);
        return record == null
                ? answer.build()
                : answer.eTag(Etags.of(record.version())).body(json.write(actor, record));
    }

    /** Puts the change set into the head of an answer. */
    public static <B extends ResponseEntity.HeadersBuilder<?>> B marked(B answer, Written written) {
        if (written.changeSet() != null) {
            answer.header(CHANGE_SET, written.changeSet().toString());
        }
        return answer;
    }
}
