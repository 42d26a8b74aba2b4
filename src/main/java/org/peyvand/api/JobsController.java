package org.peyvand.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.job.Jobs;
import org.peyvand.record.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells how far background work is, to whoever asked for it. */
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.SIGNED_IN)
class JobsController {

    private final CurrentActor current;
    private final Jobs jobs;

    JobsController(CurrentActor current, Jobs jobs) {
        this.current = current;
        this.jobs = jobs;
    }

    @GetMapping
    @Parameters("limit")
    JsonNode latest(@RequestParam @Nullable String limit) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        jobs.latest(current.actor(), ListParameters.number("limit", limit, 50, 1, 200))
                .forEach(job -> data.add(ExchangeJson.write(job)));
        return Pages.data(data);
    }

    @GetMapping("/{id}")
    @Parameters
    JsonNode find(@PathVariable UUID id) {
        return ExchangeJson.write(jobs.find(current.actor(), id).orElseThrow(Refusal.NotFound::new));
    }
}
