package org.peyvand.web.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.peyvand.exchange.Exporting;
import org.peyvand.exchange.ExtraColumns;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.field.Field;
import org.peyvand.web.Page;
import org.springframework.stereotype.Component;

/**
 * Offers the columns of an export: first, ticked and in their order, those chosen where one comes from, else those of the
 * reader's last export of the type.
 */
@Component
class ExportColumns {

    private final ImportTypes types;
    private final Exporting exporting;
    private final Visibility visibility;
    private final ExtraColumns extras;

    ExportColumns(ImportTypes types, Exporting exporting, Visibility visibility, ExtraColumns extras) {
        this.extras = extras;
        this.types = types;
        this.exporting = exporting;
        this.visibility = visibility;
    }

    List<ExportColumn> of(Actor actor, RecordType type, List<String> chosen, Page page) {
        List<Field<?>> readable = readable(actor, type);
        List<String> first = chosen.isEmpty() ? exporting.remembered(actor, type.plural()) : chosen;
        Set<Field<?>> ordered = new LinkedHashSet<>();
        first.forEach(name ->
                readable.stream().filter(field -> field.name().equals(name)).forEach(ordered::add));
        boolean all = ordered.isEmpty();
        Set<Field<?>> ticked = Set.copyOf(ordered);
        ordered.addAll(readable);
        List<ExportColumn> columns = new ArrayList<>();
        ordered.forEach(field -> columns.add(
                new ExportColumn(field.name(), types.label(type, field, page), all || ticked.contains(field))));
        return columns;
    }

    /** What to ask for: null for all in the type's own order, so that a field made later comes along. */
    @org.jspecify.annotations.Nullable
    List<String> asked(Actor actor, RecordType type, List<String> ticked) {
        List<String> all = readable(actor, type).stream().map(Field::name).toList();
        return ticked.isEmpty() || ticked.equals(all) ? null : ticked;
    }

    private List<Field<?>> readable(Actor actor, RecordType type) {
        return Stream.<Field<?>>concat(
                        type.fields().stream()
                                .filter(field -> visibility.access(actor, type, field) != FieldAccess.HIDDEN),
                        extras.readable(actor, type.plural()).stream())
                .toList();
    }
}
