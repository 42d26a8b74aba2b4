package org.peyvand.job;

import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.overlay.FieldBuilding;
import org.peyvand.record.overlay.FieldNews;
import org.peyvand.record.overlay.FieldPreparation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prepares own fields on filled tables: a job whose work is outside any transaction, because PostgreSQL demands it. */
@Component
final class FieldBuildingJob implements JobKind, FieldPreparation {

    private final Jobs jobs;
    private final FieldBuilding building;
    private final ObjectProvider<FieldNews> news;

    FieldBuildingJob(Jobs jobs, FieldBuilding building, ObjectProvider<FieldNews> news) {
        this.jobs = jobs;
        this.building = building;
        this.news = news;
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
                building.build(type(job), field(job), () -> tell(job, FieldNews::notUnique));
            }

            @Override
            public boolean step(JobProgress progress) {
                progress.done(1);
                return false;
            }
        };
    }

    @Override
    public void givenUp(Job job) {
        tell(job, FieldNews::notPrepared);
    }

    /** What the program itself wanted is nobody's news. */
    private void tell(Job job, Telling telling) {
        UUID maker = job.actor().user();
        if (maker != null) {
            news.ifAvailable(each -> telling.tell(each, maker, type(job), field(job)));
        }
    }

    private interface Telling {
        void tell(FieldNews news, UUID maker, String type, String field);
    }

    private static String type(Job job) {
        return job.payload().get("type").stringValue();
    }

    private static String field(Job job) {
        return job.payload().get("field").stringValue();
    }
}
