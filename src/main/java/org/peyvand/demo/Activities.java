package org.peyvand.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.peyvand.activity.Call;
import org.peyvand.activity.Note;
import org.peyvand.activity.Task;
import org.peyvand.customer.Contact;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.sales.Opportunity;

/** What the people of the company did, must do today, and plan to do. */
final class Activities {

    private static final int WITHIN_DAYS = 45;

    /** What an activity is about, and whose it is. */
    record About(RecordRef record, Staff.Owner owner, int contact) {}

    private final Words words;
    private final Days days;
    private final Customers customers;
    private final Deals deals;
    private final Size size;

    Activities(Words words, Days days, Customers customers, Deals deals, Size size) {
        this.words = words;
        this.days = days;
        this.customers = customers;
        this.deals = deals;
        this.size = size;
    }

    /** Of twenty tasks, two are overdue, two due today, four still to come, and the others done. */
    Write task(int index) {
        Dice dice = Kind.TASK.dice(index);
        About about = about(dice);
        int turn = index % 20;
        LocalDate due = switch (turn) {
            case 0, 1 -> days.today().minusDays(1L + dice.below(12));
            case 2, 3 -> days.today();
            case 4, 5, 6, 7 -> days.open(days.today().plusDays(1L + dice.below(21)));
            default -> days.any(dice);
        };
        boolean done = turn > 7;
        Instant dueAt = days.at(due, 30 * dice.below(18));
        Instant created = created(due.minusDays(1L + dice.below(9)), dice);
        Draft draft = Draft.of(Task.SUBJECT, dice.word(words.tasks))
                .set(Task.DUE_AT, dueAt)
                .set(Task.STATUS, done ? Task.DONE : Task.OPEN)
                .set(Task.PRIORITY, dice.chance(20) ? "high" : dice.chance(30) ? "low" : "medium");
        return write(Task.TYPE, Kind.TASK.id(index, created), about, Task.REGARDING, draft, created);
    }

    Write note(int index) {
        Dice dice = Kind.NOTE.dice(index);
        Instant created = days.during(days.any(dice), dice);
        Draft draft = Draft.of(Note.BODY, dice.word(words.notes));
        return write(Note.TYPE, Kind.NOTE.id(index, created), about(dice), Note.REGARDING, draft, created);
    }

    Write call(int index) {
        Dice dice = Kind.CALL.dice(index);
        About about = about(dice);
        Instant at = days.during(days.any(dice), dice);
        boolean answered = dice.chance(76);
        Draft draft = Draft.of(Call.SUBJECT, dice.word(words.calls))
                .set(Call.DIRECTION, dice.chance(62) ? "outgoing" : "incoming")
                .set(Call.OUTCOME, answered ? "answered" : dice.chance(70) ? "noAnswer" : "busy")
                .set(Call.AT, at)
                .set(Call.DURATION_SECONDS, answered ? 20 + (long) dice.around(150, 0.9) : 0L)
                .set(Call.PHONE, "+98900%07d".formatted(about.contact()));
        return write(Call.TYPE, Kind.CALL.id(index, at), about, Call.REGARDING, draft, at);
    }

    static Write.Create write(
            RecordType type, UUID id, About about, Field<RecordRef> regarding, Draft draft, Instant created) {
        return new Write.Create(type, id, about.owner().sign(draft.set(regarding, about.record()), created));
    }

    /** Half of it is about deals, the rest about contacts. */
    About about(Dice dice) {
        if (dice.chance(55)) {
            int index = dice.below(size.opportunities());
            Deals.Deal deal = deals.deal(index);
            RecordRef record = new RecordRef(Opportunity.TYPE.plural(), deal.id());
            return new About(record, customers.firm(deal.account()).owner(), deal.account());
        }
        int index = dice.below(size.contacts());
        Customers.Person person = customers.contact(index);
        RecordRef record = new RecordRef(Contact.TYPE.plural(), person.id());
        return new About(record, customers.firm(person.account()).owner(), index);
    }

    /** Nothing was made in the future. */
    Instant created(LocalDate day, Dice dice) {
        LocalDate made = day.isBefore(days.today()) ? day : days.last().minusDays(dice.below(WITHIN_DAYS));
        return days.during(made, dice);
    }
}
