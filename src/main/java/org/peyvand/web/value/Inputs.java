package org.peyvand.web.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Money;
import org.peyvand.locale.Presentation;
import org.peyvand.locale.Recurrence;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.AddressesType;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.BooleanType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.ContactPointsType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.DecimalType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.JsonType;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.RecurrenceType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.field.UrlType;
import org.peyvand.record.field.UuidType;
import org.peyvand.record.query.RecordName;
import org.peyvand.setting.Settings;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;
import org.peyvand.web.value.Input.Kind;
import org.peyvand.web.value.Input.Row;
import org.springframework.stereotype.Component;

/** Turns fields into the controls that ask for them. */
@Component
public class Inputs {

    private static final List<String> USUAL_CURRENCIES = List.of("IRR", "USD", "EUR", "AED", "TRY", "CNY");
    private static final List<String> EMAIL_KINDS = List.of("work", "home", "other");
    private static final List<String> PHONE_KINDS = List.of("mobile", "work", "home", "fax", "other");
    private static final List<String> ADDRESS_KINDS = List.of("main", "billing", "shipping", "other");

    private final Labels labels;
    private final Settings settings;

    Inputs(Labels labels, Settings settings) {
        this.labels = labels;
        this.settings = settings;
    }

    /** Whether people write such a field by hand at all; what this reader may write is asked of {@code Visibility}. */
    public static boolean isAsked(Field<?> field) {
        return !field.is(Field.Flag.READ_ONLY)
                && !(field.type() instanceof ExternalKeysType
                        || field.type() instanceof JsonType
                        || field.type() instanceof UuidType);
    }

    /**
     * The control of a field.
     *
     * @param value what stands in it, or null
     * @param names of the references among the values
     */
    public Input input(
            RecordType type, Field<?> field, @Nullable Object value, Map<RecordRef, RecordName> names, Page page) {
        Presentation reader = page.presentation();
        return switch (field.type()) {
            case TextType _ -> filled(type, field, Kind.TEXT, value, page);
            case LongTextType _ -> filled(type, field, Kind.WORDS, value, page);
            case EmailType _ -> filled(type, field, Kind.EMAIL, value, page);
            case PhoneType _ ->
                plain(type, field, Kind.PHONE, page).holding(value == null ? "" : reader.phone((String) value));
            case UrlType _ -> filled(type, field, Kind.URL, value, page);
            case IntegerType _ ->
                plain(type, field, Kind.NUMBER, page).holding(value == null ? "" : reader.digits(value.toString()));
            case DecimalType _ -> plain(type, field, Kind.NUMBER, page).holding(decimal((BigDecimal) value, reader));
            case PercentType _ -> plain(type, field, Kind.PERCENT, page).holding(decimal((BigDecimal) value, reader));
            case MoneyType _ -> money(plain(type, field, Kind.MONEY, page), (Money) value, reader);
            case BooleanType _ -> filled(type, field, Kind.FLAG, Boolean.TRUE.equals(value) ? "true" : null, page);
            case DateType _ -> date(plain(type, field, Kind.DATE, page), (LocalDate) value, reader);
            case InstantType _ -> instant(plain(type, field, Kind.INSTANT, page), (Instant) value, reader);
            case RecurrenceType _ -> Repeating.input(plain(type, field, Kind.CHOICE, page), (Recurrence) value, reader);
            case ChoiceType choice -> choice(type, field, choice, (String) value, page);
            case MultiChoiceType choices ->
                plain(type, field, Kind.CHOICES, page)
                        .picking(strings(value))
                        .among(options(type, field, choices.options(), strings(value), reader.language()));
            case ReferenceType reference ->
                toOne(plain(type, field, Kind.REFERENCE, page), reference.target(), (UUID) value, names);
            case AnyReferenceType _ -> toAny(plain(type, field, Kind.REFERENCE, page), (RecordRef) value, names);
            case ContactPointsType points -> points(type, field, points, (List<?>) value, page);
            case AddressesType _ -> addresses(plain(type, field, Kind.ADDRESSES, page), (List<?>) value, page);
            case TagsType _ ->
                plain(type, field, Kind.TAGS, page)
                        .holding(String.join("، ", strings(value)))
                        .hinting(page.t("value.tags.hint"));
            case ExternalKeysType _, JsonType _, UuidType _ ->
                throw new IllegalStateException("nobody types " + field + " of " + type);
        };
    }

    private Input plain(RecordType type, Field<?> field, Kind kind, Page page) {
        String label = labels.field(type, field, page.presentation().language());
        return Input.of(field.name(), "f-" + field.name(), kind, label, field.is(Field.Flag.REQUIRED));
    }

    private Input filled(RecordType type, Field<?> field, Kind kind, @Nullable Object value, Page page) {
        return plain(type, field, kind, page).holding(value == null ? "" : value.toString());
    }

    private static String decimal(@Nullable BigDecimal value, Presentation reader) {
        return value == null
                ? ""
                : reader.digits((value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()).toPlainString());
    }

    private Input money(Input input, @Nullable Money value, Presentation reader) {
        String own = settings.currency().getCurrencyCode();
        String currency = value == null ? own : value.currency();
        List<Choice> currencies = Stream.concat(Stream.of(own, currency), USUAL_CURRENCIES.stream())
                .distinct()
                .map(code -> new Choice(code, reader.moneyUnit(code)))
                .toList();
        return input.holding(value == null ? "" : reader.moneyInput(value), currency)
                .among(currencies)
                .hinting(value == null ? "" : reader.moneyInWords(value));
    }

    private static Input date(Input input, @Nullable LocalDate value, Presentation reader) {
        return value == null ? input : input.holding(reader.dateInput(value)).hinting(reader.weekdayDate(value));
    }

    private static Input instant(Input input, @Nullable Instant value, Presentation reader) {
        return value == null
                ? input
                : date(input, reader.dateOf(value), reader)
                        .holding(reader.dateInput(reader.dateOf(value)), reader.time(value));
    }

    /** A closed list holds keys, an open one the words themselves. */
    private Input choice(RecordType type, Field<?> field, ChoiceType choice, @Nullable String key, Page page) {
        Locale language = page.presentation().language();
        List<String> held = key == null ? List.of() : List.of(key);
        List<Choice> options = options(type, field, choice.options(), held, language);
        if (choice.isOpen()) {
            String word = key == null ? "" : labels.option(type, field, key, language);
            return plain(type, field, Kind.OPEN_CHOICE, page).holding(word).among(options);
        }
        return plain(type, field, Kind.CHOICE, page)
                .holding(Objects.requireNonNullElse(key, ""))
                .among(options);
    }

    /** What is offered: a closed option only to the record that has it. */
    private List<Choice> options(
            RecordType type, Field<?> field, List<Option> options, List<String> held, Locale language) {
        return options.stream()
                .filter(option -> !option.closed() || held.contains(option.key()))
                .map(option -> new Choice(option.key(), labels.option(type, field, option.key(), language)))
                .toList();
    }

    private static Input toOne(Input input, String target, @Nullable UUID id, Map<RecordRef, RecordName> names) {
        return reference(input, id == null ? null : new RecordRef(target, id), id, names)
                .asking(target);
    }

    private static Input toAny(Input input, @Nullable RecordRef ref, Map<RecordRef, RecordName> names) {
        return reference(input, ref, ref == null ? null : ref.type() + "/" + ref.id(), names)
                .asking("any");
    }

    private static Input reference(
            Input input, @Nullable RecordRef ref, @Nullable Object written, Map<RecordRef, RecordName> names) {
        if (ref == null || written == null) {
            return input;
        }
        RecordName name = names.get(ref);
        return input.holding(written.toString(), name == null || name.name() == null ? "•••" : name.name());
    }

    private Input points(
            RecordType type, Field<?> field, ContactPointsType points, @Nullable List<?> value, Page page) {
        boolean emails = points.kind() == ContactPointsType.Kind.EMAILS;
        List<Row> rows = value == null
                ? List.of()
                : value.stream()
                        .map(ContactPoint.class::cast)
                        .sorted(Comparator.comparing((ContactPoint point) -> !point.primary()))
                        .map(point -> new Row(
                                List.of(
                                        emails
                                                ? point.value()
                                                : page.presentation().phone(point.value()),
                                        point.type()),
                                marks(point)))
                        .toList();
        return plain(type, field, emails ? Kind.EMAILS : Kind.PHONES, page)
                .listing(rows)
                .among(kinds(emails ? EMAIL_KINDS : PHONE_KINDS, page));
    }

    private static String marks(ContactPoint point) {
        return (point.optOut() ? "o" : "") + (point.invalid() ? "i" : "");
    }

    /** The parts that the form does not ask for travel along unseen. */
    private static Input addresses(Input input, @Nullable List<?> value, Page page) {
        List<Row> rows = value == null
                ? List.of()
                : value.stream()
                        .map(Address.class::cast)
                        .map(address -> new Row(
                                List.of(
                                        address.type(),
                                        blank(address.province()),
                                        blank(address.city()),
                                        blank(address.street()),
                                        blank(address.postalCode())),
                                new AddressesType().toText(List.of(address))))
                        .toList();
        return input.listing(rows).among(kinds(ADDRESS_KINDS, page));
    }

    private static List<Choice> kinds(List<String> keys, Page page) {
        return keys.stream()
                .map(key -> new Choice(key, page.t("value.kind." + key)))
                .toList();
    }

    private static String blank(@Nullable String part) {
        return Objects.requireNonNullElse(part, "");
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }
}
