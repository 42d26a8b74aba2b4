package org.peyvand.web.list;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** Puts the record types that the reader may see into the side bar, those people start from first. */
@Component
class RecordPlaces implements Places {

    /** Which types stand where; a type that is not named here comes behind them. */
    private static final List<String> SALES = List.of("leads", "opportunities", "products");

    private static final List<String> CUSTOMER = List.of("accounts", "contacts");
    private static final List<String> WORK = List.of("tasks");

    private final CurrentActor current;
    private final Models models;
    private final Labels labels;
    private final Visibility visibility;
    private final Messages messages;

    RecordPlaces(CurrentActor current, Models models, Labels labels, Visibility visibility, Messages messages) {
        this.messages = messages;
        this.current = current;
        this.models = models;
        this.labels = labels;
        this.visibility = visibility;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        List<Place> places = new ArrayList<>();
        for (RecordType type : models.current().types()) {
            if (type.is(RecordType.Flag.NAVIGATION) && may(type, Operation.READ)) {
                places.add(place(type, presentation.language()));
            }
        }
        places.add(Place.of(Section.WORK, 90, "trash", messages.text(presentation.language(), "list.bin"), "/bin"));
        return places;
    }

    private Place place(RecordType type, Locale language) {
        Section section = section(type);
        Place place = Place.of(
                section, position(type, section), type.icon(), labels.many(type, language), "/" + type.plural());
        if (may(type, Operation.CREATE)) {
            place = place.creating("/" + type.plural() + "/new", labels.one(type, language));
        }
        return type.boardField().isPresent() || CUSTOMER.contains(type.plural()) ? place.atHand() : place;
    }

    private static Section section(RecordType type) {
        if (WORK.contains(type.plural())) {
            return Section.WORK;
        }
        if (type.is(RecordType.Flag.OWN)) {
            return Section.OWN;
        }
        return CUSTOMER.contains(type.plural()) ? Section.CUSTOMER : Section.SALES;
    }

    private static int position(RecordType type, Section section) {
        List<String> order = switch (section) {
            case WORK -> WORK;
            case CUSTOMER -> CUSTOMER;
            case SALES, SUPPORT, OWN, ADMINISTRATION, PINNED -> SALES;
        };
        int index = order.indexOf(type.plural());
        return index < 0 ? 50 : 10 + index;
    }

    private boolean may(RecordType type, Operation operation) {
        Actor actor = current.actor();
        return !(visibility.reach(actor, type, operation) instanceof Reach.None);
    }
}
