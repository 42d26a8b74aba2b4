package org.peyvand.web.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** Puts the work inbox at the top of the side bar. */
@Component
class InboxPlace implements Places {

    private final Messages messages;

    InboxPlace(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        String label = messages.text(presentation.language(), "inbox.title");
        return List.of(Place.of(Section.WORK, 1, "inbox", label, "/").atHand());
    }
}
