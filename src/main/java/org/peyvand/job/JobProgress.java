package org.peyvand.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a part reports; committed with it. */
public final class JobProgress {

    private long done;
    private @Nullable Long total;
    private @Nullable JsonNode state;
    private @Nullable JsonNode result;
    private @Nullable UUID changeSet;

    JobProgress(Job job) {
        done = job.done();
        total = job.total();
        state = job.state();
        result = job.result();
        changeSet = job.changeSet();
    }

    /** How much is done since the job began. */
    public void done(long amount) {
        done = amount;
    }

    public void total(long amount) {
        total = amount;
    }

    /** What to go on from. */
    public void state(JsonNode noted) {
        state = noted;
    }

    public void result(JsonNode outcome) {
        result = outcome;
    }

    /** The change set that collects what is written; shown with the job. */
    public void changeSet(UUID id) {
        changeSet = id;
    }

    /** How much was done before, or as reported meanwhile. */
    public long doneSoFar() {
        return done;
    }

    public @Nullable Long totalSoFar() {
        return total;
    }

    public @Nullable JsonNode stateSoFar() {
        return state;
    }

    @Nullable
    JsonNode result() {
        return result;
    }

    public @Nullable UUID changeSetSoFar() {
        return changeSet;
    }
}
