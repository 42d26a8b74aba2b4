package org.peyvand.web.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peyvand.access.CurrentActor;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** The entry of the side bar for those who may import. */
@Component
class TransferPlaces implements Places {

    private final CurrentActor current;
    private final ImportTypes types;
    private final Messages messages;

    TransferPlaces(CurrentActor current, ImportTypes types, Messages messages) {
        this.current = current;
        this.types = types;
        this.messages = messages;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        return current.isSignedIn() && types.mayAny(current.actor(), Operation.IMPORT)
                ? List.of(Place.of(
                        Section.WORK,
                        90,
                        "file-import",
                        messages.text(presentation.language(), "transfer.imports"),
                        "/imports"))
                : List.of();
    }
}
