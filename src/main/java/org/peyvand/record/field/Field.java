package org.peyvand.record.field;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Money;
import org.peyvand.locale.Recurrence;

/**
 * One field of a record type: a typed constant in the code of its module, or a row that an administrator made. Immutable;
 * the {@code with…} and flag methods answer a changed copy.
 *
 * @param <T> the Java type of its values
 */
public final class Field<T> {

    /** What is special about a field. */
    public enum Flag {
        /** A record cannot be without it. */
        REQUIRED,
        /** No two records outside the bin share a value (text compared by its folded form). */
        UNIQUE,
        /** Records may be found by it in an upsert; implies an index. */
        KEY,
        /** An index serves sorting and filtering by it. */
        INDEXED,
        /** Issued once, to one person or firm: two records that share it are suspected to be one. */
        IDENTIFYING,
        /** Its words are found by search. */
        SEARCHED,
        /** Computed or kept by the program; nobody writes it through a generic door. */
        READ_ONLY,
        /** Read but not written by hand and not a change of the record when it changes, such as a score. */
        COMPUTED,
        /** Says something about a person: erased with them. */
        PERSONAL,
        /** Hidden unless a role grants it by name. */
        SENSITIVE,
        /** Made by an administrator, named x_…. */
        OWN,
        /** Being prepared: its index is still built, so it cannot be filtered by or required yet. */
        BUILDING
    }

    private final String name;
    private final FieldType<T> type;
    private final Set<Flag> flags;
    private final @Nullable Label label;
    private final @Nullable Object initial;

    private Field(String name, FieldType<T> type, Set<Flag> flags, @Nullable Label label, @Nullable Object initial) {
        this.name = name;
        this.type = type;
        this.flags = flags;
        this.label = label;
        this.initial = initial;
    }

    /** A field of any type; the methods below say it shorter. */
    public static <T> Field<T> of(String name, FieldType<T> type) {
        return new Field<>(name, type, EnumSet.noneOf(Flag.class), null, null);
    }

    public static Field<String> text(String name) {
        return of(name, new TextType());
    }

    public static Field<String> longText(String name) {
        return of(name, new LongTextType());
    }

    public static Field<String> url(String name) {
        return of(name, new UrlType());
    }

    public static Field<Long> integer(String name) {
        return of(name, new IntegerType());
    }

    public static Field<java.math.BigDecimal> decimal(String name) {
        return of(name, new DecimalType());
    }

    /** 25 is 25 %. */
    public static Field<java.math.BigDecimal> percent(String name) {
        return of(name, new PercentType());
    }

    public static Field<Money> money(String name) {
        return of(name, new MoneyType());
    }

    public static Field<Boolean> bool(String name) {
        return of(name, new BooleanType());
    }

    public static Field<LocalDate> date(String name) {
        return of(name, new DateType());
    }

    public static Field<Instant> instant(String name) {
        return of(name, new InstantType());
    }

    /** How something comes again. */
    public static Field<Recurrence> recurrence(String name) {
        return of(name, new RecurrenceType());
    }

    /** One of a closed list of keys. */
    public static Field<String> choice(String name, String... keys) {
        return of(name, ChoiceType.closed(keys));
    }

    /** One of a list that may grow with the data, such as industries. */
    public static Field<String> openChoice(String name, String... keys) {
        return of(name, ChoiceType.open(keys));
    }

    public static Field<String> email(String name) {
        return of(name, new EmailType());
    }

    /** A number in E.164. */
    public static Field<String> phone(String name) {
        return of(name, new PhoneType());
    }

    public static Field<List<ContactPoint>> emails(String name) {
        return of(name, new ContactPointsType(ContactPointsType.Kind.EMAILS));
    }

    public static Field<List<ContactPoint>> phones(String name) {
        return of(name, new ContactPointsType(ContactPointsType.Kind.PHONES));
    }

    public static Field<List<Address>> addresses(String name) {
        return of(name, new AddressesType());
    }

    /** A record of any type. */
    public static Field<org.peyvand.record.RecordRef> anyReference(String name) {
        return of(name, new AnyReferenceType());
    }

    /** The record of another type, by the plural of that type. */
    public static Field<UUID> reference(String name, String targetPlural) {
        return of(name, new ReferenceType(targetPlural, null));
    }

    /** As {@link #reference}, naming the relation that leads back: an account's {@code contacts}. */
    public static Field<UUID> reference(String name, String targetPlural, String inverse) {
        return of(name, new ReferenceType(targetPlural, inverse));
    }

    public Field<T> required() {
        return with(Flag.REQUIRED);
    }

    public Field<T> unique() {
        return with(Flag.UNIQUE);
    }

    /** Unique and open to upserts. */
    public Field<T> key() {
        return with(Flag.KEY).with(Flag.UNIQUE);
    }

    public Field<T> indexed() {
        return with(Flag.INDEXED);
    }

    public Field<T> searched() {
        return with(Flag.SEARCHED);
    }

    public Field<T> identifying() {
        return with(Flag.IDENTIFYING);
    }

    public Field<T> readOnly() {
        return with(Flag.READ_ONLY);
    }

    public Field<T> computed() {
        return with(Flag.COMPUTED).with(Flag.READ_ONLY);
    }

    public Field<T> personal() {
        return with(Flag.PERSONAL);
    }

    public Field<T> sensitive() {
        return with(Flag.SENSITIVE);
    }

    /** The value of a new record that names none. */
    public Field<T> initially(T value) {
        return new Field<>(name, type, flags, label, value);
    }

    public Field<T> with(Flag flag) {
        EnumSet<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new Field<>(name, type, more, label, initial);
    }

    public Field<T> without(Flag flag) {
        EnumSet<Flag> fewer = EnumSet.noneOf(Flag.class);
        fewer.addAll(flags);
        fewer.remove(flag);
        return new Field<>(name, type, fewer, label, initial);
    }

    public Field<T> labelled(Label newLabel) {
        return new Field<>(name, type, flags, newLabel, initial);
    }

    /** The same field with another list of options. */
    @SuppressWarnings("unchecked")
    public Field<T> typed(FieldType<?> newType) {
        return new Field<>(name, (FieldType<T>) newType, flags, label, initial);
    }

    public String name() {
        return name;
    }

    public FieldType<T> type() {
        return type;
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    /** The label an administrator gave, or null when the message bundle has it under {@code field.<type>.<name>}. */
    public @Nullable Label label() {
        return label;
    }

    @SuppressWarnings("unchecked")
    public @Nullable T initial() {
        return (T) initial;
    }

    public List<Column> columns() {
        return type.columns(name);
    }

    @Override
    public String toString() {
        return name;
    }

    /** A label in both languages; a missing one falls back to the other. */
    public record Label(@Nullable String fa, @Nullable String en) {

        public String in(java.util.Locale locale) {
            String wanted = locale.getLanguage().equals("fa") ? fa : en;
            String other = locale.getLanguage().equals("fa") ? en : fa;
            return wanted != null ? wanted : other != null ? other : "";
        }
    }
}
