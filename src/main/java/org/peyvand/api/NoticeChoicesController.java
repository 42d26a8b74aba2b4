package org.peyvand.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.notice.NoticeChoices;
import org.peyvand.notice.Way;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the caller wants to hear where: {@code {"ways": […], "kinds": {"assigned": {"page": true, "email": false, …}}}}. */
@RestController
@RequestMapping(path = "/api/v1/notice-choices", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class NoticeChoicesController {

    private final CurrentActor current;
    private final NoticeChoices choices;
    private final TransactionOperations transactions;

    NoticeChoicesController(CurrentActor current, NoticeChoices choices, TransactionOperations transactions) {
        this.current = current;
        this.choices = choices;
        this.transactions = transactions;
    }

    @GetMapping
    @Parameters
    JsonNode read() {
        return json(current.actor());
    }

    /** Changes the choices that are named, in the form in which they are read; the others stay. */
    @PatchMapping
    @Parameters
    JsonNode change(@Body JsonNode body) {
        Actor actor = current.actor();
        Members.only(body, java.util.Set.of("kinds"));
        List<Runnable> changes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> kind : body.path("kinds").properties()) {
            for (Map.Entry<String, JsonNode> way : kind.getValue().properties()) {
                String place = "kinds/" + kind.getKey() + "/" + way.getKey();
                Way known = Way.of(way.getKey()).orElse(null);
                if (known == null || !way.getValue().isBoolean()) {
                    problems.add(Problem.of(place, "not-a-notice-choice"));
                } else {
                    boolean wanted = way.getValue().booleanValue();
                    changes.add(() -> choices.choose(actor, kind.getKey(), known, wanted));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        transactions.executeWithoutResult(status -> changes.forEach(Runnable::run));
        return json(actor);
    }

    private JsonNode json(Actor actor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var ways = json.putArray("ways");
        choices.open().forEach(way -> ways.add(way.key()));
        ObjectNode kinds = json.putObject("kinds");
        for (NoticeChoices.Choice choice : choices.of(actor)) {
            ObjectNode kind = kinds.get(choice.kind().key()) instanceof ObjectNode known
                    ? known
                    : kinds.putObject(choice.kind().key());
            kind.put(choice.way().key(), choice.wanted());
        }
        return json;
    }
}
