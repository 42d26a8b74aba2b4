package org.peyvand.exchange;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.MediaTypeParameter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.BinaryProperty;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.Note;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.Title;
import ezvcard.property.Url;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cards of a file (vCard 2.1 to 4.0), each as a row under the names of the fields that a card can fill. Pictures and sounds are
 * named in a column of their own, which fills no field, so that nobody takes them for imported; keys are passed over.
 */
final class CardLines implements TableRows.Lines {

    /** The column that says what pictures and sounds a card has. */
    static final String PICTURES = "photo";

    static final List<String> HEADER = List.of(
            "name",
            "firstName",
            "lastName",
            "account",
            "jobTitle",
            "emails",
            "phones",
            "addresses",
            "website",
            "birthDate",
            "description",
            PICTURES);

    private final VCardReader reader;
    private boolean begun;

    CardLines(Supplier<InputStream> file, Charset charset) {
        this.reader = new VCardReader(new InputStreamReader(file.get(), charset));
    }

    @Override
    public String @Nullable [] next() {
        if (!begun) {
            begun = true;
            return HEADER.toArray(String[]::new);
        }
        try {
            VCard card = reader.readNext();
            return card == null ? null : cells(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(VCard card) {
        StructuredName parts = card.getStructuredName();
        String first = parts == null ? null : parts.getGiven();
        String last = parts == null ? null : parts.getFamily();
        String account = card.getOrganization() == null
                ? null
                : card.getOrganization().getValues().stream().findFirst().orElse(null);
        boolean named = !blank(first) || !blank(last);
        String title = text(card.getFormattedName());
        return Stream.of(
                        named ? null : blank(title) ? account : title,
                        first,
                        last,
                        account,
                        card.getTitles().stream()
                                .map(Title::getValue)
                                .findFirst()
                                .orElse(null),
                        emails(card.getEmails()),
                        phones(card.getTelephoneNumbers()),
                        addresses(card.getAddresses()),
                        card.getUrls().stream().map(Url::getValue).findFirst().orElse(null),
                        day(card.getBirthday()),
                        card.getNotes().stream().map(Note::getValue).collect(Collectors.joining("\n")),
                        pictures(card))
                .map(cell -> cell == null ? "" : cell)
                .toArray(String[]::new);
    }

    private static String pictures(VCard card) {
        Stream<BinaryProperty<? extends MediaTypeParameter>> all =
                Stream.<List<? extends BinaryProperty<? extends MediaTypeParameter>>>of(
                                card.getPhotos(), card.getLogos(), card.getSounds())
                        .flatMap(List::stream);
        return all.map(each -> each.getContentType() == null
                        ? "?"
                        : each.getContentType().getMediaType())
                .collect(Collectors.joining(", "));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String text(@Nullable TextProperty property) {
        return property == null ? null : property.getValue();
    }

    private static String emails(List<Email> emails) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        emails.stream()
                .filter(email -> !blank(email.getValue()))
                .forEach(email -> all.addObject()
                        .put("value", email.getValue())
                        .put("type", email.getTypes().contains(EmailType.HOME) ? "home" : "work"));
        return all.isEmpty() ? "" : all.toString();
    }

    private static String phones(List<Telephone> numbers) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Telephone number : numbers) {
            String value = number.getText() != null
                    ? number.getText()
                    : number.getUri() == null ? "" : number.getUri().getNumber();
            if (!blank(value)) {
                all.addObject().put("value", value).put("type", kind(number.getTypes()));
            }
        }
        return all.isEmpty() ? "" : all.toString();
    }

    private static String kind(List<TelephoneType> types) {
        if (types.contains(TelephoneType.FAX)) {
            return "fax";
        }
        if (types.contains(TelephoneType.CELL)) {
            return "mobile";
        }
        return types.contains(TelephoneType.HOME) ? "home" : "work";
    }

    private static String addresses(List<ezvcard.property.Address> addresses) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (ezvcard.property.Address address : addresses) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("type", address.getTypes().contains(AddressType.HOME) ? "other" : "main");
            put(json, "country", address.getCountry());
            put(json, "province", address.getRegion());
            put(json, "city", address.getLocality());
            put(json, "street", address.getStreetAddress());
            put(json, "postalCode", address.getPostalCode());
            if (json.size() > 1) {
                all.add(json);
            }
        }
        return all.isEmpty() ? "" : all.toString();
    }

    private static void put(ObjectNode json, String part, @Nullable String value) {
        if (!blank(value)) {
            json.put(part, value);
        }
    }

    private static @Nullable String day(@Nullable Birthday birthday) {
        Temporal date = birthday == null ? null : birthday.getDate();
        return date != null && date.isSupported(ChronoField.EPOCH_DAY)
                ? LocalDate.from(date).toString()
                : null;
    }
}
