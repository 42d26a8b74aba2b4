package org.peyvand.web.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of everything that somebody has to do: the reader, the reader's team or a colleague. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class CalendarController {

    private final CurrentActor current;
    private final Models models;
    private final Visibility visibility;
    private final Calendars calendars;
    private final ReadGate gate;
    private final Labels labels;

    CalendarController(
            CurrentActor current,
            Models models,
            Visibility visibility,
            Calendars calendars,
            ReadGate gate,
            Labels labels) {
        this.current = current;
        this.models = models;
        this.visibility = visibility;
        this.calendars = calendars;
        this.gate = gate;
        this.labels = labels;
    }

    /**
     * What is shown of whom.
     *
     * @param kinds plurals of types; none for all
     * @param whose {@code team}, or nothing for the reader
     * @param user a colleague, or nothing
     * @param span how much of it is seen
     * @param on the day around which it is seen
     */
    record Address(
            List<String> kinds,
            @Nullable String whose,
            @Nullable UUID user,
            Span span,
            @Nullable LocalDate on) {

        static Address of(MultiValueMap<String, String> sent) {
            List<String> kinds = sent.getOrDefault("kinds", List.of()).stream()
                    .flatMap(each -> Stream.of(each.split(",")))
                    .toList();
            return new Address(
                    kinds,
                    sent.getFirst("whose"),
                    user(sent.getFirst("user")),
                    Span.of(sent.getFirst("span")),
                    Calendars.day(sent.getFirst("on")));
        }

        private static @Nullable UUID user(@Nullable String sent) {
            try {
                return sent == null || sent.isBlank() ? null : UUID.fromString(sent);
            } catch (IllegalArgumentException malformed) {
                throw new Refusal.NotFound();
            }
        }
    }

    @GetMapping("/calendar")
    String show(@RequestParam MultiValueMap<String, String> sent, Page page, Model model) {
        Address address = Address.of(sent);
        Actor actor = current.actor();
        Whose whose = Whose.of(address.whose(), address.user());
        List<Dated> possible = models.current().types().stream()
                .filter(type -> type.ownFields().stream().anyMatch(field -> field.type() instanceof AnyReferenceType))
                .flatMap(type -> dated(actor, type))
                .toList();
        List<Dated> types = chosen(possible, address.kinds());
        String name = address.user() == null ? "" : name(actor, address.user());
        String chosenKinds = types.size() == possible.size() ? "" : "kinds=" + plurals(types) + "&";
        var question = new Calendars.Question(
                title(whose, name, page),
                types.stream()
                        .map(dated -> new Shown(dated, whose.of(dated.type(), models.current()), null))
                        .toList(),
                address.span(),
                address.on(),
                "/calendar?" + chosenKinds + whose.parameter());
        model.addAttribute("calendar", calendars.page(actor, question, page));
        model.addAttribute(
                "filter",
                new CalendarFilter(
                        tabs(whose, chosenKinds, address, page),
                        whose.team() ? Whose.TEAM : "",
                        Objects.toString(address.user(), ""),
                        name,
                        kinds(possible, types, page)));
        return "web/calendar/calendar";
    }

    private static List<Dated> chosen(List<Dated> possible, List<String> kinds) {
        List<Dated> chosen = possible.stream()
                .filter(dated -> kinds.contains(dated.type().plural()))
                .toList();
        return chosen.isEmpty() ? possible : chosen;
    }

    private static String plurals(List<Dated> types) {
        return types.stream().map(dated -> dated.type().plural()).collect(Collectors.joining(","));
    }

    private String name(Actor actor, UUID user) {
        RecordRef ref = new RecordRef("users", user);
        RecordName name = gate.names(actor, List.of(ref)).get(ref);
        if (name == null || name.name() == null) {
            throw new Refusal.NotFound();
        }
        return name.name();
    }

    private static String title(Whose whose, String name, Page page) {
        return whose.mine()
                ? page.t("calendar.mine")
                : whose.team() ? page.t("calendar.team") : page.t("calendar.of", name);
    }

    private static List<Tab> tabs(Whose whose, String kinds, Address address, Page page) {
        String rest = kinds + "span=" + address.span().key() + (address.on() == null ? "" : "&on=" + address.on());
        return List.of(
                Tab.of(page.t("calendar.whose.me"), "/calendar?" + rest, whose.mine()),
                Tab.of(page.t("calendar.whose.team"), "/calendar?whose=team&" + rest, whose.team()));
    }

    private List<CalendarFilter.Kind> kinds(List<Dated> possible, List<Dated> shown, Page page) {
        return possible.stream()
                .map(Dated::type)
                .map(type -> new CalendarFilter.Kind(
                        type.plural(),
                        labels.many(type, page.presentation().language()),
                        type.icon(),
                        shown.stream().anyMatch(dated -> dated.type() == type)))
                .toList();
    }

    private Stream<Dated> dated(Actor actor, RecordType type) {
        return visibility.reach(actor, type, Operation.READ) instanceof Reach.None
                ? Stream.empty()
                : Dated.of(type)
                        .filter(dated -> visibility.access(actor, type, dated.at()) != FieldAccess.HIDDEN)
                        .stream();
    }
}
