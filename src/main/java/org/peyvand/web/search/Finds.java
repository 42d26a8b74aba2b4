package org.peyvand.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.query.Hit;
import org.peyvand.record.query.ReadGate;
import org.peyvand.web.Page;
import org.peyvand.web.Place;
import org.springframework.stereotype.Component;

/** Finds records, and the places and acts whose names hold the words. */
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

    /** Records by type, best type first. */
    List<Found> records(Actor actor, String words, int limit, Locale language) {
        Model model = models.current();
        Map<RecordType, List<Found.Line>> byType = new LinkedHashMap<>();
        for (Hit hit : gate.search(actor, words, Set.of(), limit)) {
            RecordType type = model.type(hit.ref().type());
            byType.computeIfAbsent(type, none -> new ArrayList<>())
                    .add(new Found.Line(
                            "/" + hit.ref().type() + "/" + hit.ref().id(), hit.name(), hit.subtitle(), type.icon()));
        }
        List<Found> found = new ArrayList<>();
        byType.forEach((type, lines) -> found.add(new Found(labels.many(type, language), lines)));
        return found;
    }

    /** Where one can go and what one can make, all of them while nothing is typed. */
    List<Found> acts(String words, Page page) {
        String wanted = PersianText.searchText(words);
        List<Found.Line> makes = new ArrayList<>();
        List<Found.Line> goes = new ArrayList<>();
        for (Place place : page.places()) {
            if (place.newHref() != null && place.newLabel() != null) {
                String label = page.t("search.make", place.newLabel());
                add(makes, wanted, new Found.Line(place.newHref(), label, "", "plus"));
            }
            add(goes, wanted, new Found.Line(place.href(), place.label(), "", place.icon()));
        }
        List<Found> found = new ArrayList<>();
        if (!makes.isEmpty()) {
            found.add(new Found(page.t("search.acts"), makes));
        }
        if (!goes.isEmpty()) {
            found.add(new Found(page.t("search.places"), goes));
        }
        return found;
    }

    private static void add(List<Found.Line> lines, String wanted, Found.Line line) {
        if (PersianText.searchText(line.text()).contains(wanted)) {
            lines.add(line);
        }
    }
}
