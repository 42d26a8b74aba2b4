package org.peyvand.activity.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Participants;
import org.peyvand.locale.DateRange;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.query.Sort;
import org.peyvand.web.InboxSource;
import org.peyvand.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The meetings the reader has today, those that come again included, and the single ones of the last days about which nobody said
 * whether they were held.
 */
@Component
@Order(11)
class MeetingsInInbox implements InboxSource {

    private static final int MOST = 50;
    private static final int MOST_SERIES = 200;
    private static final int DAYS_BACK = 14;

    private final ReadGate gate;
    private final Models models;
    private final Participants participants;
    private final Clock clock;

    MeetingsInInbox(ReadGate gate, Models models, Participants participants, Clock clock) {
        this.gate = gate;
        this.models = models;
        this.participants = participants;
        this.clock = clock;
    }

    @Override
    public List<Section> sections(Actor actor, Page page) {
        LocalDate today = page.presentation().dateOf(clock.instant());
        List<Due> all = new ArrayList<>();
        DateRange days = new DateRange(today.minusDays(DAYS_BACK), today.plusDays(1));
        for (StoredRecord meeting : single(actor, days)) {
            all.add(new Due(meeting, null, Objects.requireNonNull(meeting.get(Meeting.START_AT))));
        }
        for (StoredRecord series : series(actor, today)) {
            times(series, today, page.presentation()).forEach(all::add);
        }
        all.sort(Comparator.comparing(Due::at));
        Map<RecordRef, RecordName> names =
                gate.namesIn(actor, all.stream().map(Due::meeting).toList());
        List<Item> now = new ArrayList<>();
        List<Item> open = new ArrayList<>();
        for (Due due : all) {
            boolean own = Objects.equals(due.meeting().get(SystemFields.OWNER), actor.user());
            if (!page.presentation().dateOf(due.at()).isBefore(today)) {
                now.add(item(due, own, names, page));
            } else if (own) {
                open.add(item(due, true, names, page));
            }
        }
        List<Section> sections = new ArrayList<>();
        if (!now.isEmpty()) {
            sections.add(new Section(Reason.TODAY, page.t("inbox.meetings.today"), "", now, false, "/calendar"));
        }
        if (!open.isEmpty()) {
            sections.add(new Section(Reason.LATE, page.t("inbox.meetings.open"), "", open, false, null));
        }
        return sections;
    }

    /**
     * A meeting, or one time of it.
     *
     * @param day of a time of a series, else null
     */
    private record Due(StoredRecord meeting, @Nullable LocalDate day, Instant at) {}

    private List<StoredRecord> single(Actor actor, DateRange days) {
        return planned(actor, Operator.IS_EMPTY, days.instants(actor.zone()), MOST, false);
    }

    /** Whatever began until today and comes again. */
    private List<StoredRecord> series(Actor actor, LocalDate today) {
        DateRange ever = new DateRange(LocalDate.EPOCH, today.plusDays(1));
        return planned(actor, Operator.IS_NOT_EMPTY, ever.instants(actor.zone()), MOST_SERIES, true);
    }

    private static Stream<Due> times(StoredRecord series, LocalDate today, Presentation reader) {
        DateRange wide = new DateRange(today.minusDays(1), today.plusDays(2));
        return Meeting.TIMING.within(series, wide, reader.zone()).stream()
                .filter(time -> reader.dateOf(time.from()).equals(today))
                .map(time -> new Due(series, time.day(), time.from()));
    }

    private List<StoredRecord> planned(
            Actor actor, Operator again, DateRange.Instants between, int most, boolean latest) {
        RecordType type = models.current().effective(Meeting.TYPE);
        FieldPath start = FieldPath.of(type, Meeting.START_AT);
        Condition mine = Condition.and(
                participants.attended(),
                Condition.compare(FieldPath.of(type, Meeting.STATUS), Operator.EQ, "planned"),
                Condition.compare(FieldPath.of(type, Meeting.RECURRENCE), again),
                Condition.compare(start, Operator.GE, between.from()),
                Condition.compare(start, Operator.LT, between.until()));
        Query query = Query.of(type)
                .where(mine)
                .sorted(List.of(new Sort(start, latest)))
                .limited(most);
        return gate.page(actor, query).items();
    }

    /** What became of a meeting is said by whoever called it. */
    private Item item(Due due, boolean own, Map<RecordRef, RecordName> names, Page page) {
        StoredRecord meeting = due.meeting();
        About about = About.of(meeting.get(Meeting.REGARDING), names);
        String row = "meeting-" + meeting.id();
        List<Act> acts = new ArrayList<>();
        if (own) {
            acts.add(Act.refer(page, "meetings", meeting.id(), row));
        }
        about.call(page).ifPresent(acts::add);
        return new Item(
                row,
                meeting.type().icon(),
                Objects.requireNonNullElse(meeting.get(Meeting.SUBJECT), ""),
                "/meetings/" + meeting.id(),
                about.name(),
                about.href(),
                TasksInInbox.when(due.at(), page.presentation().dateOf(clock.instant()), page.presentation()),
                "",
                own
                        ? "/inbox/meetings/" + meeting.id() + "/held" + (due.day() == null ? "" : "?day=" + due.day())
                        : null,
                acts);
    }
}
