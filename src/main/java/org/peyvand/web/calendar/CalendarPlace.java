package org.peyvand.web.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** The reader's calendar in the side bar. */
@Component
class CalendarPlace implements Places {

    private final Messages messages;

    CalendarPlace(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        String label = messages.text(presentation.language(), "calendar.place");
        return List.of(Place.of(Section.WORK, 2, "calendar-event", label, "/calendar"));
    }
}
