package org.peyvand.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.Field;

/**
 * Collects the declaration of a {@link RecordType}, begun by {@link RecordType#named} or {@link RecordType#copy}. For one
 * thread.
 */
public final class RecordTypeBuilder {

    final String name;
    final String plural;
    String table;
    String icon = "file-text";
    Map<String, Field<?>> fields = new LinkedHashMap<>();
    List<String> title = List.of("name");
    List<String> subtitle = List.of();
    List<String> listColumns = List.of();
    List<RecordType.Section> sections = new ArrayList<>();
    String defaultSort = "-createdAt";

    @Nullable
    String boardField;

    @Nullable
    String audienceField;

    RecordType.@Nullable Tally tally;
    List<String> compared = List.of();

    @Nullable
    String belongsToField;

    final Set<RecordType.Flag> flags = EnumSet.noneOf(RecordType.Flag.class);
    Field.@Nullable Label many;
    Field.@Nullable Label one;
    Map<String, FieldRule> rules = Map.of();

    RecordTypeBuilder(String name, String plural) {
        this.name = name;
        this.plural = plural;
        this.table = Column.snake(name);
    }

    RecordTypeBuilder(RecordType from) {
        this(from.name, from.plural);
        table = from.table;
        icon = from.icon;
        fields = new LinkedHashMap<>(from.fields);
        many = from.many;
        one = from.one;
        rules = from.rules;
        title = from.title;
        subtitle = from.subtitle;
        listColumns = from.listColumns;
        sections.addAll(from.sections);
        defaultSort = from.defaultSort;
        boardField = from.boardField;
        audienceField = from.audienceField;
        tally = from.tally;
        compared = from.compared;
        belongsToField = from.belongsToField;
        flags.addAll(from.flags);
    }

    public RecordTypeBuilder table(String value) {
        table = value;
        return this;
    }

    public RecordTypeBuilder icon(String value) {
        icon = value;
        return this;
    }

    public RecordTypeBuilder fields(Field<?>... own) {
        fields = new LinkedHashMap<>();
        SystemFields.FIRST.forEach(f -> fields.put(f.name(), f));
        for (Field<?> field : own) {
            fields.put(field.name(), field);
        }
        SystemFields.LAST.forEach(f -> fields.putIfAbsent(f.name(), f));
        return this;
    }

    public RecordTypeBuilder title(Field<?> field) {
        title = List.of(field.name());
        return this;
    }

    public RecordTypeBuilder subtitle(Field<?>... shown) {
        subtitle = names(shown);
        return this;
    }

    public RecordTypeBuilder listColumns(Field<?>... shown) {
        return listColumns(names(shown));
    }

    public RecordTypeBuilder listColumns(List<String> shown) {
        listColumns = shown;
        return this;
    }

    /** What it is called; null leaves the word to the message bundles. */
    public RecordTypeBuilder called(Field.@Nullable Label ofMany, Field.@Nullable Label ofOne) {
        many = ofMany;
        one = ofOne;
        return this;
    }

    /** Adds a section; its label stands under {@code section.<key>}. */
    public RecordTypeBuilder section(String key, Field<?>... shown) {
        sections.add(new RecordType.Section(key, names(shown)));
        return this;
    }

    /** Rules of fields, by their names. */
    public RecordTypeBuilder rules(Map<String, FieldRule> ofFields) {
        rules = ofFields;
        return this;
    }

    /** Replaces all sections. */
    public RecordTypeBuilder sections(List<RecordType.Section> instead) {
        sections = new ArrayList<>(instead);
        return this;
    }

    public RecordTypeBuilder sortedBy(String sort) {
        defaultSort = sort;
        return this;
    }

    public RecordTypeBuilder board(Field<?> field) {
        boardField = field.name();
        return this;
    }

    public RecordTypeBuilder withoutBoard() {
        boardField = null;
        return this;
    }

    /** The field that says who sees a record; its keys are those of {@link Visibility.Reach.Audience}. */
    public RecordTypeBuilder audience(Field<String> field) {
        audienceField = field.name();
        return this;
    }

    /** Declares the table in which triggers count and sum the records by team and by some fields. */
    public RecordTypeBuilder tallied(String tallyTable, Field<?> money, Field<?>... by) {
        tally = new RecordType.Tally(tallyTable, names(by), money.name());
        return this;
    }

    /** That newcomers are compared with the records that stand, and what makes the name of one without a title. */
    public RecordTypeBuilder compared(Field<?>... nameParts) {
        compared = names(nameParts);
        return this;
    }

    /** The reference to the record, of one type or of any, that each belongs to and is seen and changed with. */
    public RecordTypeBuilder belongsTo(Field<?> field) {
        belongsToField = field.name();
        return this;
    }

    public RecordTypeBuilder flags(RecordType.Flag... values) {
        flags.addAll(Arrays.asList(values));
        return this;
    }

    public RecordType build() {
        if (fields.isEmpty()) {
            throw new IllegalStateException(plural + " has no fields");
        }
        return new RecordType(this);
    }

    private static List<String> names(Field<?>[] shown) {
        return Arrays.stream(shown).map(Field::name).toList();
    }
}
