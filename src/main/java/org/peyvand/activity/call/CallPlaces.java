package org.peyvand.activity.call;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.peyvand.access.CurrentActor;
import org.peyvand.activity.Call;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Models;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.web.Place;
import org.peyvand.web.Places;
import org.peyvand.web.Section;
import org.springframework.stereotype.Component;

/** The list of calls in the side bar, and the key with which a call is logged from anywhere, about the record one looks at. */
@Component
class CallPlaces implements Places {

    private static final Pattern RECORD = Pattern.compile("/([a-z][a-z0-9-]*)/([0-9a-fA-F]{8}-[0-9a-fA-F-]{27}).*");

    private final CurrentActor current;
    private final Models models;
    private final Visibility visibility;
    private final Messages messages;

    CallPlaces(CurrentActor current, Models models, Visibility visibility, Messages messages) {
        this.current = current;
        this.models = models;
        this.visibility = visibility;
        this.messages = messages;
    }

    @Override
    public List<Place> of(HttpServletRequest request, Presentation presentation) {
        if (!may(Operation.READ)) {
            return List.of();
        }
        var language = presentation.language();
        Place place = Place.of(Section.WORK, 20, "phone-call", messages.text(language, "type.calls"), "/calls");
        return List.of(
                may(Operation.CREATE)
                        ? place.creating("/calls/log" + about(request), messages.text(language, "calllog.title"))
                                .onKey("l")
                        : place);
    }

    private String about(HttpServletRequest request) {
        var record = RECORD.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return record.matches()
                        && Loggable.type(models.current(), record.group(1)).isPresent()
                ? "?regarding=" + record.group(1) + "/" + record.group(2)
                : "";
    }

    private boolean may(Operation operation) {
        return !(visibility.reach(current.actor(), models.current().effective(Call.TYPE), operation)
                instanceof Reach.None);
    }
}
