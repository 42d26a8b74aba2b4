package org.peyvand.exchange;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.StructuredName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.query.RecordName;

/** Cards (vCard 3.0 in UTF-8, which every telephone and mail program takes). What a card has no place for is left out. */
final class CardExport implements ExportFile {

    private static final Map<String, TelephoneType> KINDS = Map.of(
            "mobile", TelephoneType.CELL,
            "work", TelephoneType.WORK,
            "home", TelephoneType.HOME,
            "fax", TelephoneType.FAX);

    private final VCardWriter writer;

    CardExport(OutputStream out) {
        this.writer = new VCardWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), VCardVersion.V3_0);
        writer.setAddProdId(false);
    }

    @Override
    public void write(StoredRecord record, Map<RecordRef, RecordName> names) throws IOException {
        writer.write(card(record, names));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    static VCard card(StoredRecord record, Map<RecordRef, RecordName> names) {
        VCard card = new VCard();
        card.setUid(new ezvcard.property.Uid("urn:uuid:" + record.id()));
        String title = Objects.requireNonNullElse(
                text(record, record.type().titleField().name()), "");
        String first = text(record, "firstName");
        String last = text(record, "lastName");
        StructuredName name = new StructuredName();
        name.setGiven(first);
        name.setFamily(last == null && first == null ? title : last);
        card.setStructuredName(name);
        card.setFormattedName(title);
        String firm = firm(record, title, names);
        if (firm != null) {
            card.setOrganization(firm);
        }
        if (text(record, "jobTitle") != null) {
            card.addTitle(text(record, "jobTitle"));
        }
        points(record, "emails", "email")
                .forEach(point ->
                        card.addEmail(point.value(), point.type().equals("home") ? EmailType.HOME : EmailType.WORK));
        points(record, "phones", "mobile", "phone")
                .forEach(point ->
                        card.addTelephoneNumber(point.value(), KINDS.getOrDefault(point.type(), TelephoneType.VOICE)));
        addresses(record, card);
        if (text(record, "website") != null) {
            card.addUrl(text(record, "website"));
        }
        if (record.values().get("birthDate") instanceof LocalDate day) {
            card.setBirthday(new ezvcard.property.Birthday(day));
        }
        if (text(record, "description") != null) {
            card.addNote(text(record, "description"));
        }
        return card;
    }

    /** Of a person the firm it belongs to, of a firm itself. */
    private static @Nullable String firm(StoredRecord record, String title, Map<RecordRef, RecordName> names) {
        if (record.type().find("legalName").isPresent()) {
            return title;
        }
        if (record.values().get("account") instanceof java.util.UUID account) {
            RecordName name = names.get(new RecordRef("accounts", account));
            return name == null || name.hidden() ? null : name.name();
        }
        return text(record, "company");
    }

    private static List<ContactPoint> points(StoredRecord record, String list, String... singles) {
        if (record.values().get(list) instanceof List<?> points && !points.isEmpty()) {
            return points.stream().map(ContactPoint.class::cast).toList();
        }
        return java.util.Arrays.stream(singles)
                .filter(single -> text(record, single) != null)
                .map(single -> ContactPoint.primary(
                        Objects.requireNonNull(text(record, single)),
                        single.equals("mobile") ? ContactPoint.MOBILE : "work"))
                .toList();
    }

    private static void addresses(StoredRecord record, VCard card) {
        if (record.values().get("addresses") instanceof List<?> addresses) {
            for (Object each : addresses) {
                Address address = (Address) each;
                ezvcard.property.Address written = new ezvcard.property.Address();
                written.setCountry(address.country());
                written.setRegion(address.province());
                written.setLocality(address.city());
                written.setStreetAddress(java.util.stream.Stream.of(
                                address.district(), address.street(), address.plaque(), address.unit())
                        .filter(Objects::nonNull)
                        .collect(java.util.stream.Collectors.joining("، ")));
                written.setPostalCode(address.postalCode());
                card.addAddress(written);
            }
        }
    }

    private static @Nullable String text(StoredRecord record, String field) {
        return record.values().get(field) instanceof String text && !text.isBlank() ? text : null;
    }
}
