package org.peyvand.activity.worktime;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** The administrator's entry for working hours and holidays. */
@Component
class WorkTimePlaces implements Places {

    private final CurrentActor current;
    private final Messages messages;

    WorkTimePlaces(CurrentActor current, Messages messages) {
        this.current = current;
        this.messages = messages;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        return current.isAdministrator()
                ? List.of(Place.of(
                        Section.ADMINISTRATION,
                        8,
                        "clock",
                        messages.text(presentation.language(), "worktime.title"),
                        WorkTimeAdmin.HERE))
                : List.of();
    }
}
