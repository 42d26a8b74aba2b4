package org.peyvand.web.list;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.query.RecordName;
import org.peyvand.search.Favourites;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** Puts the first of the reader's starred records and views into the side bar. */
@Component
class FavouritePlaces implements Places {

    private static final int SHOWN = 8;
    private static final String ATTRIBUTE = FavouritePlaces.class.getName();

    private final CurrentActor current;
    private final Favourites favourites;
    private final Models models;

    FavouritePlaces(CurrentActor current, Favourites favourites, Models models) {
        this.current = current;
        this.favourites = favourites;
        this.models = models;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        List<Place> places = new ArrayList<>();
        for (RecordName name : starred(request)) {
            String icon = models.current()
                    .find(name.ref().type())
                    .map(RecordType::icon)
                    .orElse("star");
            places.add(Place.of(
                    Section.PINNED,
                    places.size(),
                    icon,
                    Objects.requireNonNullElse(name.name(), ""),
                    "/" + name.ref().type() + "/" + name.ref().id()));
        }
        return places;
    }

    /** Asked once a request, however often the places are. */
    @SuppressWarnings("unchecked")
    private List<RecordName> starred(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof List<?> known) {
            return (List<RecordName>) known;
        }
        List<RecordName> starred = favourites.of(current.actor(), SHOWN);
        request.setAttribute(ATTRIBUTE, starred);
        return starred;
    }
}
