package org.peyvand.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.peyvand.locale.Money;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.sales.Competitor;
import org.peyvand.sales.Lead;
import org.peyvand.sales.Opportunity;

/** Opportunities with a believable life: they come with the season, take their time, and two of three fail. */
final class Deals {

    private static final double YEARLY_INFLATION = 1.35;
    private static final long ROUNDED_TO = 10_000_000;
    private static final double[] USUAL_RIALS = {4e9, 2.6e10, 1.2e9};
    private static final double[] USUAL_DAYS = {32, 75, 18};
    private static final List<String> REASONS = List.of(
            "price",
            "price",
            "price",
            "competitor",
            "competitor",
            "budget",
            "timing",
            "noResponse",
            "requirements",
            "noNeed");

    /** An opportunity in short. */
    record Deal(
            UUID id,
            int account,
            String subject,
            int pipeline,
            LocalDate begun,
            Instant created,
            Outcome outcome,
            LocalDate close) {

        boolean open() {
            return outcome == Outcome.OPEN;
        }
    }

    /** How a deal stands today. */
    enum Outcome {
        OPEN,
        WON,
        LOST
    }

    private final Words words;
    private final Days days;
    private final Customers customers;
    private final Size size;
    private final List<Funnels.Funnel> funnels;
    private final Instant founded;

    Deals(Words words, Days days, Customers customers, Size size, List<Funnels.Funnel> funnels, Instant founded) {
        this.words = words;
        this.days = days;
        this.customers = customers;
        this.size = size;
        this.funnels = funnels;
        this.founded = founded;
    }

    Deal deal(int index) {
        Dice dice = Kind.OPPORTUNITY.dice(index);
        int account = dice.early(size.accounts());
        List<String> offer = dice.pick(words.deals);
        int pipeline = Math.min(Integer.parseInt(offer.get(1)), funnels.size()) - 1;
        LocalDate known = LocalDate.ofInstant(customers.firm(account).created(), ZoneOffset.UTC);
        LocalDate day = days.any(dice);
        LocalDate begun =
                day.isAfter(known) ? day : earlier(days.open(known.plusDays(2L + dice.below(20))), days.last());
        Instant created = days.during(begun, dice);
        long cycle = Math.clamp((long) dice.around(USUAL_DAYS[pipeline], 0.6), 3, 240);
        LocalDate close = days.open(begun.plusDays(cycle));
        boolean forgotten = dice.chance(6);
        Outcome outcome = close.isAfter(days.last()) || forgotten
                ? Outcome.OPEN
                : dice.chance(pipeline == 2 ? 68 : 34) ? Outcome.WON : Outcome.LOST;
        return new Deal(
                Kind.OPPORTUNITY.id(index, created),
                account,
                offer.getFirst(),
                pipeline,
                begun,
                created,
                outcome,
                close);
    }

    Write opportunity(int index) {
        Deal deal = deal(index);
        Customers.Firm firm = customers.firm(deal.account());
        Dice dice = Kind.OPPORTUNITY.dice(-1L - index);
        Draft draft = Draft.of(Opportunity.NAME, deal.subject() + " - " + firm.name())
                .set(Opportunity.ACCOUNT, firm.id())
                .set(
                        Opportunity.PRIMARY_CONTACT,
                        customers.contact(deal.account()).id())
                .set(Opportunity.CLOSE_DATE, deal.close())
                .set(Opportunity.SOURCE, Customers.source(dice));
        if (dice.chance(94)) {
            draft.set(Opportunity.AMOUNT, amount(deal, dice));
        }
        stand(draft, deal, dice);
        return new Write.Create(Opportunity.TYPE, deal.id(), firm.owner().sign(draft, deal.created()));
    }

    Write lead(int index) {
        Dice dice = Kind.LEAD.dice(index);
        Instant created = days.during(days.any(dice), dice);
        String status = status(dice, created);
        Draft draft = Draft.of(Lead.SOURCE, Customers.source(dice))
                .set(Lead.STATUS, status)
                .set(Lead.SCORE, (long) dice.below(101))
                .set(Lead.MOBILE, "+989011%06d".formatted(index));
        Staff.Owner owner;
        if (status.equals(Lead.CONVERTED)) {
            int account = dice.below(size.accounts());
            Customers.Person person = customers.contact(account);
            owner = customers.firm(account).owner();
            draft.set(Lead.FIRST_NAME, person.first())
                    .set(Lead.LAST_NAME, person.last())
                    .set(Lead.COMPANY, customers.firm(account).name())
                    .set(Lead.CONVERTED_ACCOUNT, customers.firm(account).id())
                    .set(Lead.CONVERTED_CONTACT, person.id())
                    .set(Lead.CONVERTED_AT, created.plus(3L + dice.below(10), ChronoUnit.HOURS));
        } else {
            List<String> given = dice.pick(words.givenNames);
            List<String> family = dice.pick(words.familyNames);
            owner = customers.firm(dice.below(size.accounts())).owner();
            draft.set(Lead.FIRST_NAME, given.getFirst())
                    .set(Lead.LAST_NAME, family.getFirst())
                    .set(Lead.EMAIL, given.get(1) + "." + family.get(1) + index + "@example.com")
                    .set(Lead.JOB_TITLE, dice.word(words.jobTitles))
                    .set(Lead.COMPANY, dice.pick(words.firms).getFirst() + " " + dice.word(words.firmNames));
        }
        return new Write.Create(Lead.TYPE, Kind.LEAD.id(index, created), owner.sign(draft, created));
    }

    List<Write> competitors() {
        return IntStream.range(0, words.competitors.size())
                .<Write>mapToObj(i -> new Write.Create(
                        Competitor.TYPE,
                        competitor(i),
                        Draft.of(Competitor.NAME, words.competitors.get(i).get(0))
                                .set(
                                        Competitor.STRENGTHS,
                                        words.competitors.get(i).get(1))
                                .set(
                                        Competitor.WEAKNESSES,
                                        words.competitors.get(i).get(2))))
                .toList();
    }

    private void stand(Draft draft, Deal deal, Dice dice) {
        Funnels.Funnel funnel = funnels.get(deal.pipeline());
        switch (deal.outcome()) {
            case WON -> draft.set(Opportunity.STAGE, funnel.won());
            case LOST -> {
                String reason = dice.pick(REASONS);
                draft.set(Opportunity.STAGE, funnel.lost()).set(Opportunity.LOST_REASON, reason);
                if (reason.equals("competitor")) {
                    draft.set(Opportunity.COMPETITOR, competitor(dice.below(words.competitors.size())));
                }
            }
            case OPEN -> {
                long life = Math.max(1, ChronoUnit.DAYS.between(deal.begun(), deal.close()));
                long lived = ChronoUnit.DAYS.between(deal.begun(), days.today());
                int stages = funnel.open().size();
                int stage = (int) Math.min(stages - 1L, Math.max(0, lived * stages / life));
                LocalDate since = earlier(deal.begun().plusDays(life * stage / stages), days.last());
                draft.set(Opportunity.STAGE, funnel.open().get(stage))
                        .set(Opportunity.STAGE_CHANGED_AT, days.during(since, dice))
                        .set(Opportunity.NEXT_STEP, dice.word(words.nextSteps));
            }
        }
    }

    private Money amount(Deal deal, Dice dice) {
        double years = ChronoUnit.DAYS.between(days.today().minusDays(Days.HISTORY), deal.begun()) / 365.0;
        double rials = dice.around(USUAL_RIALS[deal.pipeline()], 0.85) * Math.pow(YEARLY_INFLATION, years);
        return Money.rials(Math.max(1, Math.round(rials / ROUNDED_TO)) * ROUNDED_TO);
    }

    private String status(Dice dice, Instant created) {
        boolean fresh = created.isAfter(days.at(days.today().minusDays(14), 0));
        int luck = dice.below(100);
        if (fresh) {
            return luck < 60 ? "new" : "working";
        }
        return luck < 12
                ? "new"
                : luck < 30 ? "working" : luck < 42 ? "qualified" : luck < 72 ? "unqualified" : Lead.CONVERTED;
    }

    private UUID competitor(int index) {
        return Kind.COMPETITOR.id(index, founded);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
