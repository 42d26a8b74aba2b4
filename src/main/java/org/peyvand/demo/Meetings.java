package org.peyvand.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.peyvand.activity.Meeting;
import org.peyvand.activity.MeetingParticipant;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;

/** Meetings and who takes part in them: somebody of the customer, and sometimes a colleague. */
final class Meetings {

    /** One meeting of so many has a colleague in it. */
    static final int COLLEAGUE_EVERY = 4;

    private final Words words;
    private final Days days;
    private final Activities activities;
    private final Customers customers;
    private final Staff staff;

    Meetings(Words words, Days days, Activities activities, Customers customers, Staff staff) {
        this.words = words;
        this.days = days;
        this.activities = activities;
        this.customers = customers;
        this.staff = staff;
    }

    /** A meeting as it is made, and what it is about. */
    private record Made(Write.Create write, Activities.About about, boolean planned, Instant created) {}

    Write meeting(int index) {
        return made(index).write();
    }

    /** One meeting of eight is still to come, some of them today. */
    private Made made(int index) {
        Dice dice = Kind.MEETING.dice(index);
        boolean planned = index % 8 == 0;
        LocalDate day = planned
                ? index % 32 == 0 ? days.today() : days.open(days.today().plusDays(1L + dice.below(20)))
                : earlierThanToday(days.any(dice));
        Instant start = days.at(day, 60 + 30 * dice.below(14));
        List<String> kind = dice.pick(words.meetings);
        Draft draft = Draft.of(Meeting.SUBJECT, kind.get(0))
                .set(Meeting.LOCATION, kind.get(1))
                .set(Meeting.START_AT, start)
                .set(Meeting.END_AT, start.plusSeconds(1_800L * (1 + dice.below(4))))
                .set(Meeting.STATUS, planned ? "planned" : dice.chance(90) ? "held" : "cancelled");
        Instant created = activities.created(day.minusDays(2L + dice.below(8)), dice);
        UUID id = Kind.MEETING.id(index, created);
        Activities.About about = activities.about(dice);
        return new Made(
                Activities.write(Meeting.TYPE, id, about, Meeting.REGARDING, draft, created), about, planned, created);
    }

    /** Somebody of the customer a meeting is with. */
    Write guest(int index) {
        Made made = made(index);
        Customers.Person person = customers.contact(made.about().contact());
        return takingPart(Kind.GUEST, index, made, MeetingParticipant.CONTACT, person.id());
    }

    /** A colleague in every fourth meeting; of these, every second is still to come. */
    Write colleague(int number) {
        int index = number * COLLEAGUE_EVERY;
        Made made = made(index);
        UUID user =
                staff.colleague(Kind.COLLEAGUE.dice(-1L - index), made.about().owner());
        return takingPart(Kind.COLLEAGUE, index, made, MeetingParticipant.USER, user);
    }

    private static Write takingPart(Kind kind, int index, Made made, Field<UUID> who, UUID person) {
        Dice dice = kind.dice(index);
        String answer = made.planned() && dice.chance(50)
                ? MeetingParticipant.OPEN
                : dice.chance(80) ? "accepted" : dice.chance(50) ? "tentative" : MeetingParticipant.DECLINED;
        UUID owner = made.about().owner().user();
        return new Write.Create(
                MeetingParticipant.TYPE,
                kind.id(index, made.created()),
                Draft.of(MeetingParticipant.MEETING, made.write().id())
                        .set(who, person)
                        .set(MeetingParticipant.RESPONSE, answer)
                        .set(SystemFields.CREATED_BY, owner)
                        .set(SystemFields.UPDATED_BY, owner)
                        .set(SystemFields.CREATED_AT, made.created())
                        .set(SystemFields.UPDATED_AT, made.created()));
    }

    private LocalDate earlierThanToday(LocalDate day) {
        return day.isBefore(days.today()) ? day : days.today().minusDays(1);
    }
}
