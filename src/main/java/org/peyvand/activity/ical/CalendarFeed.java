package org.peyvand.activity.ical;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Actors;
import org.peyvand.access.PrivateLinks;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Participants;
import org.peyvand.activity.Task;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.query.Sort;
import org.peyvand.setting.Settings;
import org.springframework.stereotype.Component;

/** What stands in a user's calendar feed: the meetings and open tasks that are theirs, with the rights they have when it is read. */
@Component
public class CalendarFeed {

    /** The purpose of the private address. */
    static final String PURPOSE = "calendar";

    /** The option of those whose calendar shows tasks only as events. */
    static final String AS_EVENTS = "event";

    private static final int DAYS_BACK = 60;
    private static final int DAYS_AHEAD = 400;
    private static final int PAGE = 200;
    private static final int MOST = 2_000;

    private final PrivateLinks links;
    private final Actors actors;
    private final ReadGate gate;
    private final Models models;
    private final Messages messages;
    private final Settings settings;
    private final Participants participants;
    private final Attendees attendees;
    private final Clock clock = Clock.systemUTC();

    CalendarFeed(
            PrivateLinks links,
            Actors actors,
            ReadGate gate,
            Models models,
            Messages messages,
            Settings settings,
            Participants participants,
            Attendees attendees) {
        this.links = links;
        this.actors = actors;
        this.gate = gate;
        this.models = models;
        this.messages = messages;
        this.settings = settings;
        this.participants = participants;
        this.attendees = attendees;
    }

    /** Makes a private address for the actor, in place of an earlier one. */
    String make(Actor actor, boolean tasksAsEvents) {
        String secret = links.make(actor, PURPOSE, tasksAsEvents ? AS_EVENTS : "todo");
        return settings.baseUrl() + "/feeds/calendar/" + secret + ".ics";
    }

    /** The feed behind a private address; empty when it leads nowhere. */
    Optional<String> read(String secret) {
        return links.find(secret, PURPOSE)
                .flatMap(link -> actors.find(link.user(), Actor.Kind.USER)
                        .map(actor -> write(actor, link.user(), link.options().equals(AS_EVENTS))));
    }

    private String write(Actor actor, UUID user, boolean tasksAsEvents) {
        DateRange days = days(actor);
        var language =
                actors.presentation(user).map(reader -> reader.language()).orElse(settings.locale());
        CalendarFile file = new CalendarFile(
                messages.text(language, "ical.name", actor.name()),
                days,
                settings.baseUrl().toString());
        List<StoredRecord> meetings = mine(actor, participants.mine(), Meeting.TYPE, Meeting.START_AT, days);
        Map<RecordRef, RecordName> names = gate.namesIn(actor, meetings);
        Map<UUID, List<Attendee>> people = attendees.of(actor, meetings);
        meetings.forEach(each -> file.meeting(
                each,
                name(each.get(Meeting.REGARDING), names),
                people.getOrDefault(each.id(), List.of()),
                actor.zone()));
        List<StoredRecord> tasks = mine(actor, own(Task.TYPE), Task.TYPE, Task.DUE_AT, days);
        Map<RecordRef, RecordName> about = gate.namesIn(actor, tasks);
        tasks.stream()
                .filter(each -> Task.OPEN.equals(each.get(Task.STATUS)))
                .forEach(each -> file.task(each, name(each.get(Task.REGARDING), about), tasksAsEvents));
        return file.finish();
    }

    /** One meeting as a file, with the rights of the actor; empty when it is out of reach. */
    Optional<String> meeting(Actor actor, UUID id) {
        return gate.find(actor, models.current().effective(Meeting.TYPE), id)
                .filter(meeting -> !meeting.deleted())
                .map(meeting -> {
                    Map<RecordRef, RecordName> names = gate.namesIn(actor, List.of(meeting));
                    CalendarFile file =
                            new CalendarFile("", days(actor), settings.baseUrl().toString());
                    file.meeting(
                            meeting,
                            name(meeting.get(Meeting.REGARDING), names),
                            attendees.of(actor, List.of(meeting)).getOrDefault(id, List.of()),
                            actor.zone());
                    return file.finish();
                });
    }

    private DateRange days(Actor actor) {
        LocalDate today = actor.today(clock);
        return new DateRange(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
    }

    private Condition own(RecordType declared) {
        return Condition.compare(
                FieldPath.of(models.current().effective(declared), SystemFields.OWNER),
                Operator.EQ,
                new Condition.Me());
    }

    private List<StoredRecord> mine(
            Actor actor, Condition theirs, RecordType declared, Field<java.time.Instant> moment, DateRange days) {
        RecordType type = models.current().effective(declared);
        FieldPath at = FieldPath.of(type, moment);
        Condition since =
                Condition.compare(at, Operator.GE, days.instants(actor.zone()).from());
        Condition recent = declared == Meeting.TYPE
                ? Condition.or(since, Condition.compare(FieldPath.of(type, Meeting.RECURRENCE), Operator.IS_NOT_EMPTY))
                : since;
        Query query = Query.of(type)
                .where(Condition.and(
                        theirs,
                        Condition.compare(
                                at, Operator.LT, days.instants(actor.zone()).until()),
                        recent))
                .sorted(List.of(new Sort(at, true)))
                .limited(PAGE);
        List<StoredRecord> found = new ArrayList<>();
        String next = null;
        do {
            var page = gate.page(actor, query.after(next));
            found.addAll(page.items());
            next = page.next();
        } while (next != null && found.size() < MOST);
        return found;
    }

    private static String name(@Nullable RecordRef ref, Map<RecordRef, RecordName> names) {
        RecordName name = ref == null ? null : names.get(ref);
        return name == null ? "" : Objects.requireNonNullElse(name.name(), "");
    }
}
