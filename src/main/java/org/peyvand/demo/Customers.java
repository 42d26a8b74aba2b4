package org.peyvand.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.customer.Account;
import org.peyvand.customer.AccountContact;
import org.peyvand.customer.Contact;
import org.peyvand.locale.Money;
import org.peyvand.locale.NationalIds;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Address;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;

/**
 * Accounts and contacts. What others must know about one of them is computed again from its number, so that a million of
 * them needs no memory.
 */
final class Customers {

    private static final int ORGANIZATIONS_IN_HUNDRED = 86;
    private static final List<String> SOURCES = List.of(
            "website", "referral", "referral", "exhibition", "phone", "social", "advertisement", "tender", "partner");

    /** An account in short. */
    record Firm(UUID id, String name, boolean person, Instant created, Staff.Owner owner, List<String> trade) {}

    /** A contact in short. */
    record Person(UUID id, String first, String last, String latin, int account, Instant created) {

        String name() {
            return first + " " + last;
        }
    }

    private final Words words;
    private final Days days;
    private final Staff staff;
    private final Size size;
    private final List<List<String>> cities;

    Customers(Words words, Days days, Staff staff, Size size) {
        this.words = words;
        this.days = days;
        this.staff = staff;
        this.size = size;
        this.cities = weighted(words.cities);
    }

    static String source(Dice dice) {
        return dice.pick(SOURCES);
    }

    Firm firm(int index) {
        Dice dice = Kind.ACCOUNT.dice(index);
        boolean person = !dice.chance(ORGANIZATIONS_IN_HUNDRED);
        Instant created = days.during(days.early(dice), dice);
        Staff.Owner owner = staff.owner(dice);
        List<String> trade = dice.pick(words.firms);
        String name = person ? calledLike(index).name() : firmName(dice, trade);
        return new Firm(Kind.ACCOUNT.id(index, created), name, person, created, owner, trade);
    }

    Person contact(int index) {
        Person called = calledLike(index);
        Dice dice = Kind.CONTACT.dice(-1L - index);
        int account = index < size.accounts() ? index : dice.early(size.accounts());
        Instant earliest = firm(account).created();
        Instant met = days.during(days.any(dice), dice);
        Instant created = met.isAfter(earliest) ? met : earliest;
        return new Person(
                Kind.CONTACT.id(index, created), called.first(), called.last(), called.latin(), account, created);
    }

    Write account(int index) {
        Firm firm = firm(index);
        Dice dice = Kind.ACCOUNT.dice(-1L - index);
        List<String> city = dice.pick(cities);
        Draft draft = Draft.of(Account.NAME, firm.name())
                .set(Account.KIND, firm.person() ? Account.INDIVIDUAL : Account.ORGANIZATION)
                .set(Account.PHONE, "+98" + city.get(2) + "%08d".formatted(index))
                .set(Account.ADDRESSES, List.of(address(dice, city)))
                .set(Account.SOURCE, source(dice))
                .set(Account.LIFECYCLE, lifecycle(dice, index))
                .set(Account.TIER, tier(dice));
        if (dice.chance(25)) {
            draft.set(SystemFields.TAGS, List.of(dice.word(words.tags)));
        }
        if (!firm.person()) {
            organization(draft, firm, index, dice);
        }
        return new Write.Create(Account.TYPE, firm.id(), firm.owner().sign(draft, firm.created()));
    }

    Write person(int index) {
        Person person = contact(index);
        Dice dice = Kind.CONTACT.dice(~(1L << 40) - index);
        Firm firm = firm(person.account());
        Draft draft = Draft.of(Contact.FIRST_NAME, person.first())
                .set(Contact.LAST_NAME, person.last())
                .set(Contact.ACCOUNT, firm.id())
                .set(Contact.SOURCE, source(dice))
                .set(Contact.MOBILE, "+98900%07d".formatted(index));
        if (dice.chance(80)) {
            draft.set(Contact.EMAIL, person.latin() + index + "@example.ir");
        }
        if (!firm.person()) {
            draft.set(Contact.JOB_TITLE, dice.word(words.jobTitles));
        }
        if (dice.chance(40)) {
            draft.set(Contact.BIRTH_DATE, days.today().minusDays(22L * 365 + dice.below(38 * 365)));
        }
        return new Write.Create(Contact.TYPE, person.id(), firm.owner().sign(draft, person.created()));
    }

    /** A contact of one account that also has a say at another. */
    Write relation(int index) {
        Dice dice = Kind.RELATION.dice(index);
        Person person = contact(dice.below(size.contacts()));
        Firm firm = firm(dice.below(size.accounts()));
        Instant created = days.during(days.any(dice), dice);
        Draft draft = Draft.of(AccountContact.ACCOUNT, firm.id())
                .set(AccountContact.CONTACT, person.id())
                .set(
                        AccountContact.ROLE,
                        dice.pick(List.of("decisionMaker", "buyer", "technical", "finance", "influencer")))
                .set(AccountContact.PRIMARY, false);
        return new Write.Create(
                AccountContact.TYPE,
                Kind.RELATION.id(index, created),
                firm.owner().sign(draft, created));
    }

    private void organization(Draft draft, Firm firm, int index, Dice dice) {
        draft.set(Account.INDUSTRY, firm.trade().get(1))
                .set(Account.EMPLOYEES, Math.max(2, Math.round(dice.around(35, 1.1))))
                .set(Account.FOUNDED_YEAR, 1404L - (long) dice.around(14, 0.7) % 90)
                .set(Account.EMAIL, "info" + index + "@example.ir");
        if (dice.chance(60)) {
            draft.set(Account.NATIONAL_ID, nationalId(index));
        }
        if (dice.chance(30)) {
            draft.set(Account.REVENUE, Money.rials(Math.round(dice.around(400, 1.0)) * 1_000_000_000L));
        }
    }

    /** Begins with 99, which is given to nobody, and ends with the right check digit. */
    private static @Nullable String nationalId(int index) {
        String body = "99%08d".formatted(index);
        for (int digit = 0; digit < 10; digit++) {
            if (NationalIds.isLegalNationalId(body + digit)) {
                return body + digit;
            }
        }
        return null;
    }

    private Person calledLike(int index) {
        Dice dice = Kind.CONTACT.dice(index);
        List<String> given = dice.pick(words.givenNames);
        List<String> family = dice.pick(words.familyNames);
        String latin = given.get(1) + "." + family.get(1);
        return new Person(new UUID(0, 0), given.getFirst(), family.getFirst(), latin, index, Instant.EPOCH);
    }

    private String firmName(Dice dice, List<String> trade) {
        String first = dice.word(words.firmNames);
        String second = dice.word(words.firmNames);
        return trade.getFirst() + " " + first + (first.equals(second) ? "" : " " + second);
    }

    private Address address(Dice dice, List<String> city) {
        return new Address(
                "main",
                null,
                city.get(1),
                city.get(0),
                null,
                dice.word(words.streets),
                Integer.toString(1 + dice.below(180)),
                null,
                null);
    }

    /** Early accounts, which the deals prefer, are customers; the later ones still are to become it. */
    private String lifecycle(Dice dice, int index) {
        boolean old = index < size.accounts() * 0.55;
        int luck = dice.below(100);
        if (old) {
            return luck < 76 ? "customer" : luck < 94 ? "inactive" : "former";
        }
        return luck < 68 ? "prospect" : "opportunity";
    }

    private static String tier(Dice dice) {
        int luck = dice.below(100);
        return luck < 4 ? "platinum" : luck < 18 ? "gold" : luck < 50 ? "silver" : "bronze";
    }

    private static List<List<String>> weighted(List<List<String>> cities) {
        List<List<String>> weighted = new ArrayList<>();
        for (List<String> city : cities) {
            for (int i = 0; i < Integer.parseInt(city.get(3)); i++) {
                weighted.add(city);
            }
        }
        return weighted;
    }
}
