package org.peyvand.sales;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.write.Pending;
import org.peyvand.record.write.RecordRule;
import org.peyvand.record.write.RuleContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At most one pipeline is the default. In one batch the mark may pass from one to another. */
@Component
@Order(10)
final class OneDefaultPipeline implements RecordRule {

    private final Supplier<StageBook> pipelines;

    @Autowired
    OneDefaultPipeline(Pipelines pipelines) {
        this(pipelines::book);
    }

    OneDefaultPipeline(Supplier<StageBook> pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public RecordType type() {
        return Pipeline.TYPE;
    }

    @Override
    public void apply(RuleContext context) {
        List<Pending> claiming = context.pending().stream()
                .filter(pending -> pending.act() != Pending.Act.DELETE)
                .filter(pending -> Boolean.TRUE.equals(pending.after(Pipeline.DEFAULT)))
                .toList();
        if (claiming.isEmpty()) {
            return;
        }
        Map<UUID, String> marked = standing();
        context.pending().forEach(pending -> marked.remove(pending.id()));
        for (Pending pending : claiming) {
            if (marked.isEmpty()) {
                marked.put(pending.id(), String.valueOf(pending.after(Pipeline.NAME)));
            } else {
                pending.refuse(Problem.of(
                        Pipeline.DEFAULT.name(),
                        "second-default-pipeline",
                        marked.values().iterator().next()));
            }
        }
    }

    private Map<UUID, String> standing() {
        Map<UUID, String> marked = new LinkedHashMap<>();
        pipelines.get().pipelines().stream()
                .filter(each -> Boolean.TRUE.equals(each.get(Pipeline.DEFAULT)))
                .forEach(each -> marked.put(each.id(), String.valueOf(each.get(Pipeline.NAME))));
        return marked;
    }
}
