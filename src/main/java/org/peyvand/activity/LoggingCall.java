package org.peyvand.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.stereotype.Component;

/** Writes down a call together with what is to be done next: one change set, so that one undo takes both back. */
@Component
public class LoggingCall {

    private final Models models;
    private final WriteGate gate;

    LoggingCall(Models models, WriteGate gate) {
        this.models = models;
        this.gate = gate;
    }

    /**
     * Logs the call, and a task about the same record unless the next step is empty.
     *
     * @return the outcome of the call and, with a next step, that of the task; problems of the task are named {@code /1/…}
     */
    public Written log(Actor actor, Draft call, Optional<Draft> nextStep) {
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Create(models.current().effective(Call.TYPE), null, call));
        nextStep.ifPresent(step -> {
            if (call.values().get(Call.REGARDING.name()) instanceof RecordRef about
                    && !step.fields().contains(Task.REGARDING.name())) {
                step.set(Task.REGARDING, about);
            }
            writes.add(new Write.Create(models.current().effective(Task.TYPE), null, step));
        });
        return gate.write(actor, Batch.of(writes));
    }
}
