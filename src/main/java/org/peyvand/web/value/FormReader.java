package org.peyvand.web.value;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Labels;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.AddressesType;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.BooleanType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.FieldType;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.field.TextInput;
import org.peyvand.record.write.Draft;
import org.peyvand.setting.Settings;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what came back from the controls of {@link Inputs}. Blank means no value; what cannot be read becomes a problem. */
@Component
public class FormReader {

    /** The clock time of a day that was named without one: the start of an office day. */
    private static final String MORNING = "09:00";

    private static final List<Locale> LANGUAGES = List.of(Locale.of("fa"), Locale.ENGLISH);

    private final Labels labels;
    private final Settings settings;
    private final Clock clock;

    FormReader(Labels labels, Settings settings, Clock clock) {
        this.labels = labels;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The values of the fields that stood in the form and that somebody touched.
     *
     * @param fields which the reader may write
     */
    public Draft touched(
            RecordType type, Collection<? extends Field<?>> fields, MultiValueMap<String, String> sent, Page page) {
        Draft draft = new Draft();
        for (Field<?> field : fields) {
            String was = sent.getFirst(Marks.PREFIX + field.name());
            if (was != null && !was.equals(Marks.of(field.name(), sent))) {
                read(type, field, sent, page, draft);
            }
        }
        return draft;
    }

    /** The values of the fields that were sent at all, as in an address that presets a new record. */
    public Draft sent(
            RecordType type, Collection<? extends Field<?>> fields, MultiValueMap<String, String> sent, Page page) {
        Draft draft = new Draft();
        for (Field<?> field : fields) {
            if (sent.containsKey(field.name())) {
                read(type, field, sent, page, draft);
            }
        }
        return draft;
    }

    /** What a person typed for one field. */
    public TextInput typed(Page page, @Nullable String currency) {
        return TextInput.typed(
                page.presentation(),
                today(page),
                currency == null ? settings.currency().getCurrencyCode() : currency);
    }

    /** The reader's today. */
    public LocalDate today(Page page) {
        return page.presentation().dateOf(clock.instant());
    }

    private void read(RecordType type, Field<?> field, MultiValueMap<String, String> sent, Page page, Draft draft) {
        try {
            draft.put(field, value(type, field, new Sent(field.name(), sent), page));
        } catch (InvalidValue invalid) {
            draft.problem(Problem.of(field.name(), invalid));
        }
    }

    private @Nullable Object value(RecordType owner, Field<?> field, Sent sent, Page page) {
        FieldType<?> type = field.type();
        if (type instanceof BooleanType) {
            return "true".equals(sent.text());
        }
        if (type instanceof ContactPointsType points) {
            return contactPoints(points, sent, typed(page, null));
        }
        if (type instanceof AddressesType) {
            return addresses(sent);
        }
        String text = type instanceof ChoiceType choice && choice.isOpen()
                ? key(owner, field, choice, sent.text())
                : text(type, sent);
        return text.isBlank() ? null : type.fromText(text, typed(page, sent.part("currency")));
    }

    /** In an open list people type labels, in either language; what is no label is a new word. */
    private String key(RecordType owner, Field<?> field, ChoiceType choice, String typed) {
        String folded = PersianText.searchText(typed);
        return choice.options().stream()
                .map(Option::key)
                .filter(key -> LANGUAGES.stream()
                        .map(language -> labels.option(owner, field, key, language))
                        .anyMatch(label -> PersianText.searchText(label).equals(folded)))
                .findFirst()
                .orElse(typed);
    }

    private static String text(FieldType<?> type, Sent sent) {
        if (type instanceof MultiChoiceType) {
            return String.join(";", sent.all());
        }
        if (type instanceof TagsType) {
            return sent.text().replace(',', ';');
        }
        if ((type instanceof ReferenceType || type instanceof AnyReferenceType)
                && sent.text().isBlank()
                && sent.part("text") instanceof String words
                && !words.isBlank()) {
            throw new InvalidValue("not-chosen", words);
        }
        if (type instanceof InstantType
                && !sent.text().isBlank()
                && !sent.text().contains(":")) {
            String time = sent.part("time");
            return sent.text() + " " + (time == null || time.isBlank() ? MORNING : time.strip());
        }
        return type instanceof MoneyType ? sent.text().replaceAll("\\s+[A-Z]{3}$", "") : sent.text();
    }

    private static @Nullable List<ContactPoint> contactPoints(ContactPointsType type, Sent sent, TextInput input) {
        List<String> values = sent.parts("value");
        List<ContactPoint> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                ContactPoint read = type.fromText(values.get(i), input).getFirst();
                String kind = sent.part("type", i);
                String marks = sent.part("marks", i);
                points.add(new ContactPoint(
                        read.value(),
                        kind.isBlank() ? read.type() : kind,
                        false,
                        marks.contains("o"),
                        marks.contains("i")));
            }
        }
        return points.isEmpty() ? null : type.fromJson(type.toJson(points));
    }

    private static @Nullable List<Address> addresses(Sent sent) {
        AddressesType type = new AddressesType();
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < sent.parts("street").size(); i++) {
            String unseen = sent.part("marks", i);
            Address base = unseen.isBlank()
                    ? new Address("main", null, null, null, null, null, null, null, null)
                    : type.fromJson(tools.jackson.databind.json.JsonMapper.shared()
                                    .readTree(unseen))
                            .getFirst();
            Address address = over(base, sent, i);
            if (!address.line().isEmpty()) {
                addresses.add(address);
            }
        }
        return addresses.isEmpty() ? null : type.fromJson(type.toJson(addresses));
    }

    private static Address over(Address base, Sent sent, int i) {
        return new Address(
                Objects.requireNonNullElse(blankAsNull(sent.part("type", i)), "main"),
                base.country(),
                blankAsNull(sent.part("province", i)),
                blankAsNull(sent.part("city", i)),
                base.district(),
                blankAsNull(sent.part("street", i)),
                base.plaque(),
                base.unit(),
                blankAsNull(sent.part("postalCode", i)));
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** The parameters of one field. */
    private record Sent(String name, MultiValueMap<String, String> parameters) {

        String text() {
            return Objects.requireNonNullElse(parameters.getFirst(name), "").strip();
        }

        List<String> all() {
            return parameters.getOrDefault(name, List.of());
        }

        @Nullable
        String part(String part) {
            return parameters.getFirst(name + "." + part);
        }

        List<String> parts(String part) {
            return parameters.getOrDefault(name + "." + part, List.of());
        }

        String part(String part, int index) {
            List<String> all = parts(part);
            return index < all.size() ? all.get(index) : "";
        }
    }
}
