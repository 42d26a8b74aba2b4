package org.peyvand.job;

import org.peyvand.record.Actor;
import org.peyvand.record.overlay.FieldBuilding;
import org.peyvand.record.overlay.FieldPreparation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prepares own fields on filled tables: a job whose work is outside any transaction, because PostgreSQL demands it. */
@Component
final class FieldBuildingJob implements JobKind, FieldPreparation {

    private final Jobs jobs;
    private final FieldBuilding building;

    FieldBuildingJob(Jobs jobs, FieldBuilding building) {
        this.jobs = jobs;
        this.building = building;
    }

    @Override
    public String key() {
        return "field";
    }

    @Override
    public void enqueue(Actor actor, String type, String field) {
        var payload = JsonNodeFactory.instance.objectNode().put("type", type).put("field", field);
        jobs.enqueue(
                actor, NewJob.of(key(), payload).labelled(type + "." + field).of(1));
    }

    @Override
    public JobRun start(Job job) {
        return new JobRun() {
            @Override
            public void prepare() {
                building.build(
                        job.payload().get("type").stringValue(),
                        job.payload().get("field").stringValue());
            }

            @Override
            public boolean step(JobProgress progress) {
                progress.done(1);
                return false;
            }
        };
    }
}
