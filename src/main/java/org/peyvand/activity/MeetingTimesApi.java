package org.peyvand.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.api.Answers;
import org.peyvand.api.ApiCalls;
import org.peyvand.api.Body;
import org.peyvand.api.Drafts;
import org.peyvand.api.Parameters;
import org.peyvand.api.RecordJson;
import org.peyvand.locale.DateInput;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Occurrences;
import org.peyvand.record.write.Occurrences.Scope;
import org.peyvand.record.write.Written;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One time of a meeting that comes again, named by its day: {@code ?scope=one} (as usual) or {@code following}. */
@RestController
@RequestMapping(path = "/api/v1/meetings/{id}/times/{day}", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class MeetingTimesApi implements ApiCalls {

    private final CurrentActor current;
    private final Models models;
    private final Occurrences occurrences;
    private final Drafts drafts;
    private final ReadGate gate;
    private final RecordJson json;

    MeetingTimesApi(
            CurrentActor current,
            Models models,
            Occurrences occurrences,
            Drafts drafts,
            ReadGate gate,
            RecordJson json) {
        this.current = current;
        this.models = models;
        this.occurrences = occurrences;
        this.drafts = drafts;
        this.gate = gate;
        this.json = json;
    }

    /** Changes it; answers the meeting that it is from now on. */
    @PatchMapping
    @Parameters("scope")
    ResponseEntity<JsonNode> change(
            @PathVariable UUID id,
            @PathVariable String day,
            @RequestParam(required = false) @Nullable String scope,
            @Body JsonNode body) {
        Actor actor = current.actor();
        RecordType type = type();
        var time = new Occurrences.Time(type, id, day(day), scope(scope));
        Written written = occurrences.change(actor, Meeting.TIMING, time, drafts.read(actor, type, body, Set.of()));
        int own = Math.min(1, written.outcomes().size() - 1);
        UUID shown = Objects.requireNonNull(written.outcomes().get(own).id());
        JsonNode answer = gate.find(actor, type, shown)
                .map(record -> json.write(actor, record))
                .orElseThrow(Refusal.NotFound::new);
        return Answers.marked(ResponseEntity.ok(), written).body(answer);
    }

    @DeleteMapping
    @Parameters("scope")
    ResponseEntity<Void> remove(
            @PathVariable UUID id, @PathVariable String day, @RequestParam(required = false) @Nullable String scope) {
        var time = new Occurrences.Time(type(), id, day(day), scope(scope));
        Written written = occurrences.remove(current.actor(), Meeting.TIMING, time);
        return Answers.marked(ResponseEntity.noContent(), written).build();
    }

    private RecordType type() {
        return models.current().effective(Meeting.TYPE);
    }

    private static LocalDate day(String written) {
        return DateInput.strict(written).orElseThrow(Refusal.NotFound::new);
    }

    private static Scope scope(@Nullable String written) {
        return switch (written) {
            case "following" -> Scope.FOLLOWING;
            case "one" -> Scope.ONE;
            case null -> Scope.ONE;
            default -> throw new Refusal.Malformed("bad-parameter", "scope");
        };
    }

    @Override
    public List<Call> calls() {
        return List.of(
                Call.of(
                                "patch",
                                "/meetings/{id}/times/{day}",
                                "changeMeetingTime",
                                "Change one time of a series",
                                "200")
                        .taking("scope"),
                Call.of(
                                "delete",
                                "/meetings/{id}/times/{day}",
                                "removeMeetingTime",
                                "Remove one time of a series",
                                "204")
                        .taking("scope"));
    }
}
