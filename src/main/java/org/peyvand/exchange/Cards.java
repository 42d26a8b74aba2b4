package org.peyvand.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;

/** Reads signatures and business cards, and says which fields of a record they fill. */
final class Cards {

    private static final PhoneNumbers NUMBERS = new PhoneNumbers("IR", "021");

    /** What a card fills in a field of that name, in the order in which it is shown. */
    private static final Map<String, Function<Card, Optional<?>>> FIELDS = Map.ofEntries(
            Map.entry("jobTitle", card -> Optional.ofNullable(card.jobTitle())),
            Map.entry("company", card -> Optional.ofNullable(card.company())),
            Map.entry("email", card -> card.emails().stream().findFirst().map(ContactPoint::value)),
            Map.entry("mobile", card -> number(card, true)),
            Map.entry("phone", card -> number(card, false)),
            Map.entry("website", card -> Optional.ofNullable(card.website())),
            Map.entry("addresses", card -> Optional.ofNullable(card.address()).map(List::of)),
            Map.entry(
                    "nationalCode",
                    card -> Optional.ofNullable(card.nationalId()).filter(id -> id.length() == 10)),
            Map.entry("nationalId", card -> Optional.ofNullable(card.nationalId())));

    private Cards() {}

    /** What a signature, a card or a line of a spreadsheet says. */
    static Card read(String text) {
        return PastedVCard.is(text) ? PastedVCard.read(text, NUMBERS) : Signature.read(text, NUMBERS);
    }

    /** The fields that a card fills in a new record of a type; those the type does not have are left out. */
    static Draft draft(Card card, RecordType type) {
        Draft draft = new Draft();
        put(draft, type, type.titleField().name(), name(card, type));
        FIELDS.forEach((name, value) -> put(draft, type, name, value.apply(card)));
        return draft;
    }

    /** A type of firms is named by the firm, one of people by the person. */
    private static Optional<?> name(Card card, RecordType type) {
        boolean firms = type.find("legalName").isPresent();
        return firms && card.company() != null ? Optional.of(card.company()) : Optional.ofNullable(card.name());
    }

    private static void put(Draft draft, RecordType type, String name, Optional<?> value) {
        Field<?> field = type.find(name).orElse(null);
        Object said = value.orElse(null);
        if (field != null && field.type().javaType().isInstance(said)) {
            draft.put(field, said);
        }
    }

    private static Optional<String> number(Card card, boolean mobile) {
        return card.phones().stream()
                .filter(point -> point.type().equals(ContactPoint.MOBILE) == mobile
                        && !point.type().equals("fax"))
                .map(ContactPoint::value)
                .findFirst();
    }
}
