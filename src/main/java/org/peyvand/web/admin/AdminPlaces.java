package org.peyvand.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** The administrator's entries of the side bar. */
@Component
class AdminPlaces implements Places {

    private final CurrentActor current;
    private final Messages messages;

    AdminPlaces(CurrentActor current, Messages messages) {
        this.current = current;
        this.messages = messages;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        return current.isAdministrator()
                ? List.of(
                        place(presentation, 1, "users", "type.users", "/admin/users"),
                        place(presentation, 2, "users-group", "type.teams", "/admin/teams"),
                        place(presentation, 3, "shield-lock", "type.roles", "/admin/roles"),
                        place(presentation, 6, "tag", "type.tags", "/admin/tags"))
                : List.of();
    }

    private Place place(Presentation presentation, int position, String icon, String key, String href) {
        return Place.of(Section.ADMINISTRATION, position, icon, messages.text(presentation.language(), key), href);
    }
}
