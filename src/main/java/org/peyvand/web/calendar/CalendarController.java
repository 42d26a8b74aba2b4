package org.peyvand.web.calendar;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reader's own calendar of everything they have to do. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class CalendarController {

    private final CurrentActor current;
    private final Models models;
    private final Visibility visibility;
    private final Calendars calendars;

    CalendarController(CurrentActor current, Models models, Visibility visibility, Calendars calendars) {
        this.current = current;
        this.models = models;
        this.visibility = visibility;
        this.calendars = calendars;
    }

    @GetMapping("/calendar")
    String mine(
            @RequestParam(required = false) @Nullable String span,
            @RequestParam(required = false) @Nullable String on,
            Page page,
            Model model) {
        Actor actor = current.actor();
        List<Dated> types = models.current().types().stream()
                .filter(type -> type.ownFields().stream().anyMatch(field -> field.type() instanceof AnyReferenceType))
                .flatMap(type -> dated(actor, type))
                .toList();
        List<Condition> mine = types.stream()
                .map(dated -> Condition.compare(
                        FieldPath.of(dated.type(), SystemFields.OWNER), Operator.EQ, new Condition.Me()))
                .toList();
        var question = new Calendars.Question(
                page.t("calendar.mine"), types, mine, Span.of(span), Calendars.day(on), "/calendar?");
        model.addAttribute("calendar", calendars.page(actor, question, page));
        return "web/calendar/calendar";
    }

    private Stream<Dated> dated(Actor actor, RecordType type) {
        return visibility.reach(actor, type, Operation.READ) instanceof Reach.None
                ? Stream.empty()
                : Dated.of(type)
                        .filter(dated -> visibility.access(actor, type, dated.at()) != FieldAccess.HIDDEN)
                        .stream();
    }
}
