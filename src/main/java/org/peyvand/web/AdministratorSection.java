package org.peyvand.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The part of the side bar that only administrators have. */
@Component
class AdministratorSection implements Places {

    private final CurrentActor current;
    private final Messages messages;
    private final ObjectProvider<AdministratorPlaces> sources;

    AdministratorSection(CurrentActor current, Messages messages, ObjectProvider<AdministratorPlaces> sources) {
        this.current = current;
        this.messages = messages;
        this.sources = sources;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        if (!current.isAdministrator()) {
            return List.of();
        }
        return sources.stream()
                .flatMap(source -> source.entries().stream())
                .map(entry -> Place.of(
                        Section.ADMINISTRATION,
                        entry.position(),
                        entry.icon(),
                        messages.text(presentation.language(), entry.label()),
                        entry.href()))
                .toList();
    }
}
