package org.peyvand.activity.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Participants;
import org.peyvand.locale.DateRange;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
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

/** The meetings the reader has today, and those of the last days about which nobody said whether they were held. */
@Component
@Order(11)
class MeetingsInInbox implements InboxSource {

    private static final int MOST = 50;
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
        List<StoredRecord> meetings = meetings(actor, new DateRange(today.minusDays(DAYS_BACK), today.plusDays(1)));
        Map<RecordRef, RecordName> names = gate.namesIn(actor, meetings);
        List<Item> open = new ArrayList<>();
        List<Item> now = new ArrayList<>();
        for (StoredRecord meeting : meetings) {
            Instant start = Objects.requireNonNull(meeting.get(Meeting.START_AT));
            boolean late = page.presentation().dateOf(start).isBefore(today);
            (late ? open : now).add(item(meeting, names, today, page));
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

    private List<StoredRecord> meetings(Actor actor, DateRange days) {
        RecordType type = models.current().effective(Meeting.TYPE);
        DateRange.Instants between = days.instants(actor.zone());
        FieldPath start = FieldPath.of(type, Meeting.START_AT);
        Condition mine = Condition.and(
                participants.mine(),
                Condition.compare(FieldPath.of(type, Meeting.STATUS), Operator.EQ, "planned"),
                Condition.compare(start, Operator.GE, between.from()),
                Condition.compare(start, Operator.LT, between.until()));
        Query query = Query.of(type)
                .where(mine)
                .sorted(List.of(new Sort(start, false)))
                .limited(MOST);
        return gate.page(actor, query).items();
    }

    private static Item item(StoredRecord meeting, Map<RecordRef, RecordName> names, LocalDate today, Page page) {
        About about = About.of(meeting.get(Meeting.REGARDING), names);
        String row = "meeting-" + meeting.id();
        List<Act> acts = new ArrayList<>();
        acts.add(Act.refer(page, "meetings", meeting.id(), row));
        about.call(page).ifPresent(acts::add);
        return new Item(
                row,
                meeting.type().icon(),
                Objects.requireNonNullElse(meeting.get(Meeting.SUBJECT), ""),
                "/meetings/" + meeting.id(),
                about.name(),
                about.href(),
                TasksInInbox.when(meeting.get(Meeting.START_AT), today, page.presentation()),
                "",
                "/inbox/meetings/" + meeting.id() + "/held",
                acts);
    }
}
