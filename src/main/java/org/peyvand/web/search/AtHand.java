package org.peyvand.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.query.RecordName;
import org.peyvand.search.Favourites;
import org.peyvand.search.Recents;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;

/** What the palette shows before anything is typed: the reader's stars and what the reader opened last. */
@Component
class AtHand {

    private static final int STARRED = 5;
    private static final int OPENED = 7;

    private final Favourites favourites;
    private final Recents recents;
    private final Models models;
    private final Labels labels;

    AtHand(Favourites favourites, Recents recents, Models models, Labels labels) {
        this.favourites = favourites;
        this.recents = recents;
        this.models = models;
        this.labels = labels;
    }

    List<Found> of(Actor actor, Page page) {
        List<RecordName> starred = favourites.of(actor, STARRED);
        List<RecordName> opened = recents.of(actor, OPENED + STARRED).stream()
                .filter(name -> !starred.contains(name))
                .limit(OPENED)
                .toList();
        List<Found> found = new ArrayList<>();
        add(found, "palette.starred", starred, page);
        add(found, "palette.opened", opened, page);
        return found;
    }

    private void add(List<Found> found, String heading, List<RecordName> names, Page page) {
        if (!names.isEmpty()) {
            found.add(new Found(
                    page.t(heading),
                    names.stream().map(name -> line(name, page)).toList()));
        }
    }

    private Found.Line line(RecordName name, Page page) {
        RecordType type = models.current().type(name.ref().type());
        return Found.Line.to(
                "/" + name.ref().type() + "/" + name.ref().id(),
                Objects.requireNonNullElse(name.name(), ""),
                labels.one(type, page.presentation().language()),
                type.icon());
    }
}
