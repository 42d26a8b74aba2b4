package org.peyvand.web.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import org.peyvand.notice.MentionText;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
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
import org.peyvand.record.field.PercentType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.RecurrenceType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TagsType;
import org.peyvand.record.field.TextType;
import org.peyvand.record.field.UrlType;
import org.peyvand.record.field.UuidType;
import org.peyvand.record.query.RecordName;
import org.peyvand.search.TagColours;
import org.peyvand.web.Page;
import org.peyvand.web.value.Shown.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Turns the values of records into what a reader sees: names for references, labels for options, own digits and units. */
@Component
public class Showing {

    private final Labels labels;
    private final Function<String, String> tagColours;

    @Autowired
    Showing(Labels labels, TagColours tagColours) {
        this(labels, tagColours::of);
    }

    /** @param tagColours the key of the colour of a tag, empty for none */
    Showing(Labels labels, Function<String, String> tagColours) {
        this.labels = labels;
        this.tagColours = tagColours;
    }

    /**
     * A field of a record.
     *
     * @param names of the references that the record holds, as {@code ReadGate.namesIn} answers them
     */
    public Shown show(StoredRecord record, Field<?> field, Map<RecordRef, RecordName> names, Page page) {
        Shown shown = value(record.type(), field, record.values().get(field.name()), names, page);
        return shown.is(Kind.RECORD) && isStage(record.type(), field) ? stage(shown, record) : shown;
    }

    /** A value that a field of the type has or had. */
    public Shown value(
            RecordType type, Field<?> field, @Nullable Object value, Map<RecordRef, RecordName> names, Page page) {
        if (value == null || value instanceof Collection<?> many && many.isEmpty()) {
            return Shown.NOTHING;
        }
        Presentation presentation = page.presentation();
        return switch (field.type()) {
            case TextType _ -> text(field, value, presentation);
            case LongTextType _ -> Shown.of(Kind.WORDS, MentionText.plain((String) value));
            case EmailType _ -> email((String) value);
            case PhoneType _ -> phone((String) value, presentation);
            case UrlType _ ->
                Shown.of(Kind.CODE, display(field, value, presentation)).leading((String) value);
            case IntegerType _ -> integer(field, (Long) value, presentation);
            case DecimalType _, PercentType _, MoneyType _ ->
                Shown.of(Kind.NUMBER, display(field, value, presentation));
            case BooleanType _ -> flag((Boolean) value, page);
            case DateType _ ->
                Shown.of(Kind.TIME, presentation.date((LocalDate) value)).detailed(value.toString());
            case InstantType _ ->
                Shown.of(Kind.TIME, presentation.instant((Instant) value)).detailed(value.toString());
            case RecurrenceType _ -> Shown.of(Kind.TEXT, display(field, value, presentation));
            case ChoiceType choice -> choice(type, field, choice, (String) value, page);
            case MultiChoiceType choices -> options(type, field, choices, (List<?>) value, page);
            case ReferenceType reference ->
                record(names.get(new RecordRef(reference.target(), (UUID) value)), reference.target());
            case AnyReferenceType _ -> record(names.get((RecordRef) value), ((RecordRef) value).type());
            case ContactPointsType points -> points(points, (List<?>) value, presentation);
            case AddressesType _ -> addresses((List<?>) value, presentation);
            case TagsType _ ->
                Shown.list(
                        ((List<?>) value).stream().map(tag -> tag((String) tag)).toList());
            case ExternalKeysType _, JsonType _, UuidType _ -> Shown.of(Kind.CODE, display(field, value, presentation));
        };
    }

    private Shown tag(String name) {
        return Shown.of(Kind.TAG, name).toned(Tones.ofColour(tagColours.apply(name)));
    }

    /** How a reference is drawn; null stands for a record that is out of reach. */
    public Shown record(@Nullable RecordName name, String type) {
        if (name == null || name.hidden() || name.name() == null) {
            return Shown.of(Kind.HIDDEN, "");
        }
        return Shown.of(type.equals("users") ? Kind.PERSON : Kind.RECORD, name.name())
                .leading("/" + name.ref().type() + "/" + name.ref().id())
                .binned(name.deleted());
    }

    /** Identifiers and codes are text too: those without a single letter read from left to right. */
    private static Shown text(Field<?> field, Object value, Presentation presentation) {
        String text = display(field, value, presentation);
        boolean code = text.codePoints().noneMatch(Character::isLetter);
        return Shown.of(code ? Kind.CODE : Kind.TEXT, code ? presentation.digits(text) : text);
    }

    private static Shown email(String address) {
        return Shown.of(Kind.CODE, address).leading("mailto:" + address);
    }

    private static Shown phone(String number, Presentation presentation) {
        return Shown.of(Kind.CODE, presentation.phone(number)).leading("tel:" + number);
    }

    /** A year is a name more than a quantity: its digits are not grouped. */
    private static Shown integer(Field<?> field, Long value, Presentation presentation) {
        return Shown.of(
                Kind.NUMBER,
                field.name().endsWith("Year")
                        ? presentation.digits(value.toString())
                        : display(field, value, presentation));
    }

    private static Shown flag(boolean value, Page page) {
        return Shown.of(value ? Kind.YES : Kind.NO, page.t(value ? "value.yes" : "value.no"));
    }

    private Shown choice(RecordType type, Field<?> field, ChoiceType choice, String key, Page page) {
        String label = labels.option(type, field, key, page.presentation().language());
        return choice.isOpen()
                ? Shown.of(Kind.TEXT, label)
                : Shown.of(Kind.TAG, label).toned(Tones.of(choice.options(), key));
    }

    private Shown options(RecordType type, Field<?> field, MultiChoiceType choices, List<?> keys, Page page) {
        Locale language = page.presentation().language();
        return Shown.list(keys.stream()
                .map(String.class::cast)
                .map(key -> Shown.of(Kind.TAG, labels.option(type, field, key, language))
                        .toned(Tones.of(choices.options(), key)))
                .toList());
    }

    private static Shown points(ContactPointsType type, List<?> points, Presentation presentation) {
        return Shown.list(points.stream()
                .map(ContactPoint.class::cast)
                .map(point -> type.kind() == ContactPointsType.Kind.EMAILS
                        ? email(point.value())
                        : phone(point.value(), presentation))
                .toList());
    }

    private static Shown addresses(List<?> addresses, Presentation presentation) {
        return Shown.list(addresses.stream()
                .map(each -> Shown.of(Kind.TEXT, presentation.digits(((Address) each).line())))
                .toList());
    }

    private static boolean isStage(RecordType type, Field<?> field) {
        return type.boardField()
                .filter(board -> board.name().equals(field.name()))
                .isPresent();
    }

    /** The ring fills with the record's own chance of success, if its type knows one. */
    private static Shown stage(Shown shown, StoredRecord record) {
        Shown stage = new Shown(Kind.STAGE, shown.text(), shown.href(), "", null, 0, shown.deleted(), List.of());
        Object chance = record.values().get("probability");
        return chance instanceof BigDecimal percent
                ? stage.ringed(percent.setScale(0, RoundingMode.HALF_UP).intValue())
                : stage;
    }

    @SuppressWarnings("unchecked")
    private static <T> String display(Field<T> field, Object value, Presentation presentation) {
        return field.type().display((T) value, presentation);
    }
}
