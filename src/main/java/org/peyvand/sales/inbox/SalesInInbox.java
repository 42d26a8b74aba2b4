package org.peyvand.sales.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
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
import org.peyvand.sales.Lead;
import org.peyvand.sales.Opportunity;
import org.peyvand.sales.Stage;
import org.peyvand.web.InboxSource;
import org.peyvand.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The reader's open deals that should have closed or soon will, and the leads nobody has taken up yet. */
@Component
@Order(20)
class SalesInInbox implements InboxSource {

    private static final int MOST = 10;
    private static final int DAYS_AHEAD = 14;

    private final ReadGate gate;
    private final Models models;
    private final Clock clock;

    SalesInInbox(ReadGate gate, Models models, Clock clock) {
        this.gate = gate;
        this.models = models;
        this.clock = clock;
    }

    @Override
    public List<Section> sections(Actor actor, Page page) {
        LocalDate today = page.presentation().dateOf(clock.instant());
        List<Section> sections = new ArrayList<>();
        var nearing = deals(actor, today);
        List<StoredRecord> deals = nearing.items();
        if (!deals.isEmpty()) {
            Map<RecordRef, RecordName> names = gate.namesIn(actor, deals);
            List<Item> items =
                    deals.stream().map(deal -> deal(deal, names, today, page)).toList();
            sections.add(new Section(
                    Reason.CLOSING,
                    page.t("inbox.deals"),
                    "",
                    items,
                    nearing.next() != null,
                    "/opportunities?scope=mine"));
        }
        var fresh = leads(actor);
        List<StoredRecord> leads = fresh.items();
        if (!leads.isEmpty()) {
            List<Item> items = leads.stream().map(lead -> lead(lead, page)).toList();
            sections.add(new Section(
                    Reason.FRESH, page.t("inbox.leads"), "", items, fresh.next() != null, "/leads?scope=mine"));
        }
        return sections;
    }

    private org.peyvand.record.query.Page<StoredRecord> deals(Actor actor, LocalDate today) {
        Model model = models.current();
        RecordType type = model.effective(Opportunity.TYPE);
        RecordType stages = model.effective(Stage.TYPE);
        FieldPath closeDate = FieldPath.of(type, Opportunity.CLOSE_DATE);
        FieldPath stageKind = new FieldPath(
                type,
                List.of(model.relation(type, Opportunity.STAGE.name()).orElseThrow()),
                stages.field(Stage.KIND.name()));
        Condition open = Condition.and(
                mine(type),
                Condition.compare(stageKind, Operator.EQ, "open"),
                Condition.compare(closeDate, Operator.LE, today.plusDays(DAYS_AHEAD)));
        return gate.page(
                actor,
                Query.of(type)
                        .where(open)
                        .sorted(List.of(new Sort(closeDate, false)))
                        .limited(MOST));
    }

    private org.peyvand.record.query.Page<StoredRecord> leads(Actor actor) {
        RecordType type = models.current().effective(Lead.TYPE);
        Condition fresh =
                Condition.and(mine(type), Condition.compare(FieldPath.of(type, Lead.STATUS), Operator.EQ, "new"));
        return gate.page(
                actor,
                Query.of(type)
                        .where(fresh)
                        .sorted(List.of(new Sort(FieldPath.of(type, SystemFields.CREATED_AT), true)))
                        .limited(MOST));
    }

    private static Condition mine(RecordType type) {
        return Condition.compare(FieldPath.of(type, SystemFields.OWNER), Operator.EQ, new Condition.Me());
    }

    private static Item deal(StoredRecord deal, Map<RecordRef, RecordName> names, LocalDate today, Page page) {
        LocalDate due = Objects.requireNonNull(deal.get(Opportunity.CLOSE_DATE));
        var account = deal.get(Opportunity.ACCOUNT);
        RecordName name = account == null ? null : names.get(new RecordRef("accounts", account));
        Money amount = deal.get(Opportunity.AMOUNT);
        String about = name == null || name.name() == null ? "" : name.name();
        String worth = amount == null ? "" : page.presentation().compactMoney(amount);
        return new Item(
                "deal-" + deal.id(),
                deal.type().icon(),
                Objects.requireNonNullElse(deal.get(Opportunity.NAME), ""),
                "/opportunities/" + deal.id(),
                about.isEmpty() || worth.isEmpty() ? about + worth : about + " · " + worth,
                null,
                page.presentation().relativeDay(due, today),
                due.isBefore(today) ? "bad" : "",
                null,
                List.of(Act.refer(page, "opportunities", deal.id(), "deal-" + deal.id())));
    }

    private Item lead(StoredRecord lead, Page page) {
        return new Item(
                "lead-" + lead.id(),
                lead.type().icon(),
                Objects.requireNonNullElse(lead.get(Lead.NAME), ""),
                "/leads/" + lead.id(),
                Objects.requireNonNullElse(lead.get(Lead.COMPANY), ""),
                null,
                page.presentation()
                        .relativeTime(Objects.requireNonNull(lead.get(SystemFields.CREATED_AT)), clock.instant()),
                "",
                null,
                List.of(Act.refer(page, "leads", lead.id(), "lead-" + lead.id())));
    }
}
