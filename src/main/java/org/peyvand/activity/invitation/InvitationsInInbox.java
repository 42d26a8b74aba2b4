package org.peyvand.activity.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Participants;
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

/** Meetings still to come to which the reader was invited and has not answered. */
@Component
@Order(9)
class InvitationsInInbox implements InboxSource {

    private static final int MOST = 50;

    private final ReadGate gate;
    private final Models models;
    private final Participants participants;
    private final Clock clock;

    InvitationsInInbox(ReadGate gate, Models models, Participants participants, Clock clock) {
        this.gate = gate;
        this.models = models;
        this.participants = participants;
        this.clock = clock;
    }

    /** A meeting and when it is next. */
    private record Asked(StoredRecord meeting, Instant at) {}

    @Override
    public List<Section> sections(Actor actor, Page page) {
        Instant now = clock.instant();
        var single = gate.page(actor, asking(now, Operator.IS_EMPTY));
        var series = gate.page(actor, asking(now, Operator.IS_NOT_EMPTY));
        List<Asked> asked = Stream.concat(single.items().stream(), series.items().stream())
                .flatMap(each -> Meeting.next(each, now).map(at -> new Asked(each, at)).stream())
                .sorted(Comparator.comparing(Asked::at))
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        boolean more = single.next() != null || series.next() != null;
        Map<RecordRef, RecordName> names =
                gate.namesIn(actor, asked.stream().map(Asked::meeting).toList());
        List<Item> items = asked.stream().map(each -> item(each, names, page)).toList();
        return List.of(new Section(Reason.INVITATION, page.t("inbox.invitations"), "", items, more, null));
    }

    /** The nearest single meetings, or the series that began last, apart so that neither takes the place of the other. */
    private Query asking(Instant now, Operator again) {
        RecordType type = models.current().effective(Meeting.TYPE);
        FieldPath start = FieldPath.of(type, Meeting.START_AT);
        boolean series = again == Operator.IS_NOT_EMPTY;
        return Query.of(type)
                .where(Condition.and(
                        participants.asking(),
                        Condition.compare(FieldPath.of(type, Meeting.STATUS), Operator.EQ, "planned"),
                        Condition.compare(FieldPath.of(type, Meeting.RECURRENCE), again),
                        series ? Condition.ALWAYS : Condition.compare(start, Operator.GE, now)))
                .sorted(List.of(new Sort(start, series)))
                .limited(MOST);
    }

    private Item item(Asked asked, Map<RecordRef, RecordName> names, Page page) {
        UUID id = asked.meeting().id();
        Presentation reader = page.presentation();
        String day = reader.relativeDay(reader.dateOf(asked.at()), reader.dateOf(clock.instant()));
        return new Item(
                "invitation-" + id,
                "calendar-event",
                Objects.requireNonNullElse(asked.meeting().get(Meeting.SUBJECT), ""),
                "/meetings/" + id,
                owner(asked.meeting(), names),
                null,
                page.t("invitation.at", day, reader.time(asked.at())),
                "",
                null,
                MeetingAnswers.ANSWERS.stream()
                        .map(Answer::of)
                        .map(each -> new Act(each.icon(), each.label(page), each.href(id), each.key(), false))
                        .toList());
    }

    private static String owner(StoredRecord meeting, Map<RecordRef, RecordName> names) {
        UUID owner = meeting.get(SystemFields.OWNER);
        RecordName name = owner == null ? null : names.get(new RecordRef("users", owner));
        return name == null ? "" : Objects.requireNonNullElse(name.name(), "");
    }
}
