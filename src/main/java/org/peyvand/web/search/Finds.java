package org.peyvand.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.query.Hit;
import org.peyvand.record.query.ReadGate;
import org.springframework.stereotype.Component;

/** Finds records by words, by type. */
@Component
class Finds {

    private final ReadGate gate;
    private final Models models;
    private final Labels labels;

    Finds(ReadGate gate, Models models, Labels labels) {
        this.gate = gate;
        this.models = models;
        this.labels = labels;
    }

    /** Those of one type, with the score of the best. */
    record Records(double best, Found found) {}

    /** The best type first. */
    List<Records> records(Actor actor, String words, int limit, Locale language) {
        Model model = models.current();
        Map<RecordType, List<Hit>> byType = new LinkedHashMap<>();
        for (Hit hit : gate.search(actor, words, Set.of(), limit)) {
            byType.computeIfAbsent(model.type(hit.ref().type()), none -> new ArrayList<>())
                    .add(hit);
        }
        List<Records> found = new ArrayList<>();
        byType.forEach((type, hits) -> found.add(new Records(
                hits.getFirst().score(),
                new Found(
                        labels.many(type, language),
                        hits.stream().map(hit -> line(hit, type)).toList()))));
        return found;
    }

    private static Found.Line line(Hit hit, RecordType type) {
        return Found.Line.to("/" + hit.ref().type() + "/" + hit.ref().id(), hit.name(), hit.subtitle(), type.icon());
    }
}
