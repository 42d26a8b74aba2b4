package org.peyvand.activity.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.peyvand.activity.Call;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.Note;
import org.peyvand.activity.WorkCalendars;
import org.peyvand.customer.Account;
import org.peyvand.customer.Contact;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Relation;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.Sort;
import org.peyvand.web.InboxSource;
import org.peyvand.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The reader's customers with whom nobody has spoken for long: no call, meeting or note about them, about one of their people
 * or about a deal with them.
 */
@Component
@Order(30)
class QuietCustomersInInbox implements InboxSource {

    private static final int MOST = 7;

    /** What belongs to a customer, so that a talk about it is a talk with them. */
    private static final List<String> PARTS = List.of("contacts", "opportunities");

    private final ReadGate gate;
    private final Models models;
    private final Clock clock;
    private final WorkCalendars calendars;

    QuietCustomersInInbox(ReadGate gate, Models models, Clock clock, WorkCalendars calendars) {
        this.gate = gate;
        this.models = models;
        this.clock = clock;
        this.calendars = calendars;
    }

    @Override
    public List<Section> sections(Actor actor, Page page) {
        int days = calendars.quietDays(actor);
        Instant since = clock.instant().minus(Duration.ofDays(days));
        List<Section> sections = new ArrayList<>();
        for (RecordType declared : List.of(Account.TYPE, Contact.TYPE)) {
            RecordType type = models.current().effective(declared);
            var found = gate.page(actor, quiet(type, since));
            if (!found.items().isEmpty()) {
                List<Item> items =
                        found.items().stream().map(each -> item(each, page)).toList();
                String title = page.t("inbox.quiet." + type.plural(), page.number(days));
                sections.add(new Section(Reason.QUIET, title, "", items, found.next() != null, null));
            }
        }
        return sections;
    }

    private Query quiet(RecordType type, Instant since) {
        FieldPath created = FieldPath.of(type, SystemFields.CREATED_AT);
        List<Condition> parts = new ArrayList<>();
        parts.add(Condition.compare(FieldPath.of(type, SystemFields.OWNER), Operator.EQ, new Condition.Me()));
        parts.add(Condition.compare(created, Operator.LT, since));
        parts.add(new Condition.Not(spoken(type, since)));
        Model model = models.current();
        for (String part : PARTS) {
            model.relation(type, part)
                    .filter(relation -> !relation.forward() && relation.target().is(RecordType.Flag.TIMELINE))
                    .ifPresent(relation -> parts.add(
                            new Condition.Not(new Condition.Has(relation, spoken(relation.target(), since), 1, null))));
        }
        return Query.of(type)
                .where(new Condition.And(parts))
                .sorted(List.of(new Sort(created, false)))
                .limited(MOST)
                .reading(List.of(type.titleField(), type.field(SystemFields.CREATED_AT.name())));
    }

    private Condition spoken(RecordType type, Instant since) {
        return Condition.or(
                about(type, Call.TYPE, Call.AT, since),
                about(type, Meeting.TYPE, Meeting.START_AT, since),
                about(type, Note.TYPE, SystemFields.CREATED_AT, since));
    }

    private Condition about(RecordType type, RecordType activity, Field<Instant> moment, Instant since) {
        Model model = models.current();
        Relation relation = model.relation(type, activity.plural()).orElseThrow();
        FieldPath at = FieldPath.of(model.effective(activity), moment);
        return new Condition.Has(relation, Condition.compare(at, Operator.GE, since), 1, null);
    }

    private static Item item(StoredRecord customer, Page page) {
        RecordType type = customer.type();
        String name = Objects.toString(customer.values().get(type.titleField().name()), "");
        String row = type.name() + "-" + customer.id();
        return new Item(
                row,
                type.icon(),
                name,
                "/" + type.plural() + "/" + customer.id(),
                "",
                null,
                "",
                "",
                null,
                List.of(
                        About.call(new RecordRef(type.plural(), customer.id()), page),
                        Act.refer(page, type.plural(), customer.id(), row)));
    }
}
