package org.peyvand.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;

/**
 * One kind of record: its fields, how it is listed and laid out, and what it takes part in. A module declares each of its
 * types once; what an administrator adds is laid over it by {@link #withFields}. Immutable.
 */
public final class RecordType {

    /** What a type takes part in. */
    public enum Flag {
        /** Records belong to an owner and a team; scopes narrow who sees them. Others are seen by all who may read the type. */
        OWNED,
        /** Found by the global search and by {@code q}. */
        SEARCHABLE,
        /** Notes, tasks and the like may be about it, and it has a timeline. */
        TIMELINE,
        /** Shown among the main entries of the navigation. */
        NAVIGATION,
        /** Written by its own module only: the generic doors refuse create, update and delete. */
        GUARDED,
        /** Made by an administrator, named x-…; nobody else reaches it until a role grants it by its name. */
        OWN,
        /**
         * Expected in hundreds of thousands. Next to the trigram index, its table keeps the search words of a row beside its
         * name and its creation ({@code …_walk_name}, {@code …_walk_created}), so that records holding frequent words are
         * found along these orders without a look at the rows.
         */
        CROWDED
    }

    // The builder reads these when a declaration begins as this type stands.
    final String name;
    final String plural;
    final String table;
    final String icon;
    final Map<String, Field<?>> fields;
    private final List<Field<?>> ownFields;
    final List<String> title;
    final List<String> subtitle;
    final List<String> listColumns;
    final List<Section> sections;
    final String defaultSort;
    final @Nullable String boardField;
    final @Nullable String audienceField;
    final @Nullable Tally tally;
    final List<String> compared;
    final @Nullable String belongsToField;
    final Set<Flag> flags;
    final Field.@Nullable Label many;
    final Field.@Nullable Label one;
    final Map<String, FieldRule> rules;

    RecordType(RecordTypeBuilder from) {
        name = from.name;
        plural = from.plural;
        table = from.table;
        icon = from.icon;
        fields = new LinkedHashMap<>(from.fields);
        ownFields = fields.values().stream()
                .filter(field -> !SystemFields.isSystem(field))
                .<Field<?>>map(field -> field)
                .toList();
        title = List.copyOf(from.title);
        subtitle = List.copyOf(from.subtitle);
        listColumns = List.copyOf(from.listColumns);
        sections = List.copyOf(from.sections);
        defaultSort = from.defaultSort;
        boardField = from.boardField;
        audienceField = from.audienceField;
        tally = from.tally;
        compared = List.copyOf(from.compared);
        belongsToField = from.belongsToField;
        flags = from.flags;
        many = from.many;
        one = from.one;
        rules = Map.copyOf(from.rules);
    }

    /**
     * Begins a declaration.
     *
     * @param name singular in camelCase, such as {@code accountContact}
     * @param plural as it stands in URLs, such as {@code account-contacts}
     */
    public static RecordTypeBuilder named(String name, String plural) {
        return new RecordTypeBuilder(name, plural);
    }

    public String name() {
        return name;
    }

    public String plural() {
        return plural;
    }

    public String table() {
        return table;
    }

    /** The name of its icon in the sprite. */
    public String icon() {
        return icon;
    }

    /** All fields, system fields included, in the order in which they are written. */
    public Collection<Field<?>> fields() {
        return fields.values();
    }

    /** The fields of its own, without the system fields. */
    public List<Field<?>> ownFields() {
        return ownFields;
    }

    public Optional<Field<?>> find(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    /**
     * The field with this name.
     *
     * @throws IllegalStateException when there is none; for names from outside use {@link #find}
     */
    public Field<?> field(String fieldName) {
        return find(fieldName).orElseThrow(() -> new IllegalStateException("no field " + fieldName + " in " + plural));
    }

    /** The field whose value names a record to people. */
    public Field<?> titleField() {
        return field(title.getFirst());
    }

    /** Fields shown under the title in search results and pickers. */
    public List<Field<?>> subtitleFields() {
        return subtitle.stream().<Field<?>>map(this::field).toList();
    }

    /** The columns a list shows until somebody chooses others. */
    public List<Field<?>> listColumns() {
        return listColumns.stream().<Field<?>>map(this::field).toList();
    }

    /** The sections of the record page and the form; own fields stand in a last one of their own. */
    public List<Section> sections() {
        return sections;
    }

    /** As the API takes a sort: {@code -createdAt,name}. */
    public String defaultSort() {
        return defaultSort;
    }

    /** What an administrator calls many of it, or null when the message bundle has it under {@code type.<plural>}. */
    public Field.@Nullable Label many() {
        return many;
    }

    /** What an administrator calls one of it, or null when the message bundle has it. */
    public Field.@Nullable Label one() {
        return one;
    }

    /** What decides when fields are shown and demanded, by the name of the field. */
    public Map<String, FieldRule> rules() {
        return rules;
    }

    /** The reference or closed choice whose targets or options are the columns of a board, if records stand on one. */
    public Optional<Field<?>> boardField() {
        return Optional.ofNullable(boardField).map(this::field);
    }

    /**
     * The day or moment at which records stand on a calendar: the field they are sorted by, else the first of those that people
     * write and that an index or an administrator says matters.
     */
    public Optional<Field<?>> calendarField() {
        String sorted = defaultSort.split(",", 2)[0].replaceFirst("^-", "");
        return Stream.concat(find(sorted).stream(), ownFields.stream())
                .filter(field -> field.type() instanceof DateType || field.type() instanceof InstantType)
                .filter(field -> !field.is(Field.Flag.READ_ONLY) && !field.is(Field.Flag.BUILDING))
                .filter(field -> field.is(Field.Flag.INDEXED) || field.is(Field.Flag.OWN))
                .findFirst();
    }

    /** The field by which a record says itself who sees it, see {@link Visibility.Reach.Audience}; most types have none. */
    public Optional<Field<?>> audienceField() {
        return Optional.ofNullable(audienceField).map(this::field);
    }

    /** The counts and sums that the database keeps of the type, if it does. */
    public Optional<Tally> tally() {
        return Optional.ofNullable(tally);
    }

    /** Whether newcomers are compared with the records that stand; its table then holds {@code name_key}. */
    public boolean isCompared() {
        return !compared.isEmpty();
    }

    /** What makes the name of a newcomer that does not say its title. */
    public List<Field<?>> nameParts() {
        return compared.stream().<Field<?>>map(this::field).toList();
    }

    /** The field that names the record to which a record of this type belongs, see {@link Visibility.Reach.Through}. */
    public Optional<Field<?>> belongsToField() {
        return Optional.ofNullable(belongsToField).map(this::field);
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    /** Fields whose words make up the search text. */
    public List<Field<?>> searchedFields() {
        return fields.values().stream().filter(f -> f.is(Field.Flag.SEARCHED)).toList();
    }

    /** The same type with fields replaced or added, before the trailing system fields. */
    public RecordType withFields(Collection<Field<?>> changed) {
        Map<String, Field<?>> merged = new LinkedHashMap<>();
        ownFields().forEach(f -> merged.put(f.name(), f));
        changed.forEach(f -> merged.put(f.name(), f));
        return copy().fields(merged.values().toArray(Field<?>[]::new)).build();
    }

    /** A declaration that begins as this type stands. */
    public RecordTypeBuilder copy() {
        return new RecordTypeBuilder(this);
    }

    @Override
    public String toString() {
        return plural;
    }

    /**
     * A titled group of fields on the record page.
     *
     * @param label as an administrator called it, or null when the message bundle has it under {@code section.<key>}
     */
    public record Section(String key, List<String> fields, Field.@Nullable Label label) {

        public Section(String key, List<String> fields) {
            this(key, fields, null);
        }
    }

    /**
     * A table of how many live records there are and what they are worth together, by team and by some fields, which
     * triggers keep true within the transaction of each change. It spares a group over all records from reading them.
     *
     * <p>Its columns are {@code team_id}, those of the fields, the currency of the money, and the numbers {@code records} (live
     * records), {@code amounts} (those with a value) and {@code total} (their sum).
     *
     * @param by the names of the fields
     * @param money the name of the money field
     */
    public record Tally(String table, List<String> by, String money) {}
}
