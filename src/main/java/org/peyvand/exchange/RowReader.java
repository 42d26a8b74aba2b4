package org.peyvand.exchange;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.Currencies;
import org.peyvand.locale.DigitStyle;
import org.peyvand.locale.Digits;
import org.peyvand.locale.MoneyUnit;
import org.peyvand.locale.NumberInput;
import org.peyvand.locale.PersianText;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.InstantType;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.ListedWords;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.field.TextInput;

/** Reads the cells of a row into values, with everything that is wrong with them. Asks the database nothing. */
final class RowReader {

    private static final DateType DATE = new DateType();

    private final Mapping mapping;
    private final ImportOptions options;
    private final ValueWords values;
    private final TextInput input;
    private final TextInput inRials;
    private final Map<String, Map<String, String>> optionKeys = new HashMap<>();

    RowReader(
            RecordType type,
            Mapping mapping,
            ImportOptions options,
            ValueWords values,
            Reader reader,
            FieldWords words) {
        this.mapping = mapping;
        this.options = options;
        this.values = values;
        MoneyUnit unit = options.amountUnit() == null ? MoneyUnit.RIAL : options.amountUnit();
        this.input = input(reader, options, unit);
        this.inRials = input(reader, options, MoneyUnit.RIAL);
        for (Target target : mapping.targets()) {
            if (target instanceof Target.Into into) {
                optionKeys.put(into.field().name(), words.optionKeys(type, into.field()));
            }
        }
    }

    /** Who reads, and what counts where nothing is said. */
    record Reader(Actor actor, Clock clock, String currency) {}

    ReadRow read(TableRow row) {
        ReadRow read = new ReadRow(row);
        if (row.isLongerThan(mapping.header().size())) {
            read.draft().problem(Problem.of("", "too-many-values"));
        }
        Map<String, ReadRow.Reference> references = new LinkedHashMap<>();
        for (int column = 0; column < mapping.targets().size(); column++) {
            if (mapping.targets().get(column) instanceof Target.Into into) {
                String cell = row.cell(column);
                String text = cell.isEmpty()
                        ? cell
                        : values.instead(
                                        mapping.header().get(column),
                                        into.field().name(),
                                        cell)
                                .orElse(cell);
                put(read, into, text.strip(), references);
            }
        }
        read.references().addAll(references.values());
        return read;
    }

    /** What a cell would be written as, before references are looked up. */
    String instead(int column, Field<?> field, String cell) {
        return values.instead(mapping.header().get(column), field.name(), cell).orElse(cell);
    }

    private void put(ReadRow read, Target.Into into, String text, Map<String, ReadRow.Reference> references) {
        Field<?> field = into.field();
        if (text.isEmpty()) {
            return;
        }
        if (field.type() instanceof ReferenceType) {
            ReadRow.Reference known = references.getOrDefault(field.name(), new ReadRow.Reference(field, "", ""));
            references.put(
                    field.name(),
                    into.byId()
                            ? new ReadRow.Reference(field, known.word(), text)
                            : new ReadRow.Reference(field, text, known.idWord()));
            return;
        }
        try {
            Object value = value(field, text);
            if (field.name().equals(SystemFields.ID.name())) {
                read.id((java.util.UUID) value);
            } else {
                read.draft().put(field, value);
            }
        } catch (InvalidValue invalid) {
            read.draft().problem(Problem.of(field.name(), invalid));
        }
    }

    private Object value(Field<?> field, String text) {
        return switch (field.type()) {
            case ChoiceType choice -> choice.fromText(option(field, text), input);
            case MultiChoiceType choice ->
                choice.fromText(
                        ListedWords.write(ListedWords.read(text).stream()
                                .map(word -> option(field, word))
                                .toList()),
                        input);
            case MoneyType money -> money(money, text);
            case InstantType instant -> instant(instant, text);
            default -> Objects.requireNonNull(field.type().fromText(text, input));
        };
    }

    private String option(Field<?> field, String text) {
        return optionKeys.getOrDefault(field.name(), Map.of()).getOrDefault(PersianText.searchText(text), text);
    }

    /** A bare number of Iranian money may be rials or tomans; who does not say which gets neither. */
    private Object money(MoneyType type, String text) {
        if (text.endsWith(" " + Currencies.IRANIAN_RIAL)) {
            return type.fromText(text, inRials);
        }
        if (options.amountUnit() == null
                && input.currency().equals(Currencies.IRANIAN_RIAL)
                && NumberInput.parse(text).isPresent()) {
            throw new InvalidValue("amount-unit-missing");
        }
        return type.fromText(text, input);
    }

    /** With an offset, or a day and perhaps a clock time in the zone of who imports. */
    private Instant instant(InstantType type, String text) {
        try {
            return type.fromText(text, input);
        } catch (InvalidValue withoutOffset) {
            String[] parts = Digits.latin(text).split("[ T]+", 2);
            LocalDate day;
            try {
                day = DATE.fromText(parts[0], input);
            } catch (InvalidValue noDay) {
                throw noDay.code().equals("ambiguous-date") ? noDay : withoutOffset;
            }
            try {
                LocalTime time = parts.length == 1 ? LocalTime.MIDNIGHT : LocalTime.parse(parts[1]);
                return day.atTime(time).atZone(input.presentation().zone()).toInstant();
            } catch (DateTimeException noTime) {
                throw withoutOffset;
            }
        }
    }

    private static TextInput input(Reader reader, ImportOptions options, MoneyUnit unit) {
        Presentation presentation = new Presentation(
                FieldWords.PERSIAN, reader.actor().zone(), CalendarSystem.JALALI, DigitStyle.LATIN, unit);
        String currency = options.currency();
        return new TextInput(
                presentation,
                reader.actor().today(reader.clock()),
                true,
                options.dateOrder(),
                currency == null ? reader.currency() : currency);
    }

    /** The fields that rows fill. */
    List<Field<?>> fields() {
        return mapping.targets().stream()
                .filter(Target.Into.class::isInstance)
                .<Field<?>>map(target -> ((Target.Into) target).field())
                .distinct()
                .toList();
    }
}
