package org.peyvand.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.locale.PhoneNumber;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.AddressesType;
import org.peyvand.record.field.ContactPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The first card of a text in the form of vCard, as the import of cards reads it. */
final class PastedVCard {

    private static final String BEGIN = "BEGIN:VCARD";

    private PastedVCard() {}

    static boolean is(String text) {
        return text.stripLeading().regionMatches(true, 0, BEGIN, 0, BEGIN.length());
    }

    static Card read(String text, PhoneNumbers numbers) {
        byte[] bytes = text.stripLeading().getBytes(StandardCharsets.UTF_8);
        try (CardLines lines = new CardLines(() -> new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            List<String> header = Arrays.asList(Objects.requireNonNull(lines.next()));
            String[] cells = lines.next();
            return card(new Row(header, cells == null ? new String[0] : cells), numbers);
        }
    }

    private static Card card(Row row, PhoneNumbers numbers) {
        String named = Stream.of(row.text("firstName"), row.text("lastName"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new Card(
                named.isEmpty() ? row.text("name") : named,
                row.text("jobTitle"),
                row.text("account"),
                phones(row.list("phones"), numbers),
                emails(row.list("emails")),
                row.text("website"),
                address(row.list("addresses")),
                null);
    }

    private static List<ContactPoint> phones(JsonNode entries, PhoneNumbers numbers) {
        List<ContactPoint> phones = new ArrayList<>();
        for (JsonNode entry : entries) {
            PhoneNumber number = numbers.parse(entry.path("value").asString()).orElse(null);
            if (number != null) {
                String kind = number.mobile()
                        ? ContactPoint.MOBILE
                        : entry.path("type").asString();
                phones.add(new ContactPoint(number.e164(), kind, phones.isEmpty(), false, false));
            }
        }
        return phones;
    }

    private static List<ContactPoint> emails(JsonNode entries) {
        List<ContactPoint> emails = new ArrayList<>();
        for (JsonNode entry : entries) {
            String value = entry.path("value").asString().strip().toLowerCase(Locale.ROOT);
            emails.add(new ContactPoint(value, entry.path("type").asString(), emails.isEmpty(), false, false));
        }
        return emails;
    }

    private static @Nullable Address address(JsonNode entries) {
        return entries.isEmpty() ? null : new AddressesType().fromJson(entries).getFirst();
    }

    /** A card under the names of the fields it fills. */
    private record Row(List<String> header, String[] cells) {

        @Nullable
        String text(String name) {
            int at = header.indexOf(name);
            String text = at < cells.length ? PersianText.clean(cells[at]).strip() : "";
            return text.isEmpty() ? null : text;
        }

        JsonNode list(String name) {
            String text = text(name);
            return text == null
                    ? JsonNodeFactory.instance.arrayNode()
                    : JsonMapper.shared().readTree(text);
        }
    }
}
