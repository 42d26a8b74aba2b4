package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peyvand.record.RecordType;
import org.peyvand.record.Relation;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;

/** Reads the names that filters, orders and groups are given in: {@code account.owner.name}, {@code -createdAt,name}. */
final class PathParser {

    private static final int MOST_HOPS = 5;
    private static final int MOST_SORTS = 5;
    private static final String SYSTEM = "[A-Za-z][A-Za-z0-9_.-]{0,49}";

    private final Sight sight;

    PathParser(Sight sight) {
        this.sight = sight;
    }

    FieldPath path(RecordType type, String path) {
        return find(sight.effective(type), path).orElseThrow(() -> Sight.unknown(path));
    }

    private Optional<FieldPath> find(RecordType root, String path) {
        List<Relation> hops = new ArrayList<>();
        RecordType type = root;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            String name = rest.substring(0, dot);
            if (name.equals(SystemFields.EXTERNAL_KEYS.name())) {
                return key(root, hops, type, rest.substring(dot + 1));
            }
            Optional<Relation> hop = sight.relation(type, name).filter(Relation::forward);
            if (hop.isEmpty() || hops.size() == MOST_HOPS) {
                return Optional.empty();
            }
            hops.add(hop.get());
            type = sight.effective(hop.get().target());
            rest = rest.substring(dot + 1);
        }
        return sight.asked(type, rest).map(field -> new FieldPath(root, List.copyOf(hops), field));
    }

    private Optional<FieldPath> key(RecordType root, List<Relation> hops, RecordType type, String system) {
        return sight.asked(type, SystemFields.EXTERNAL_KEYS.name())
                .filter(keys -> system.matches(SYSTEM))
                .map(keys -> new FieldPath(root, List.copyOf(hops), ExternalKey.of(system)));
    }

    List<Sort> sorts(RecordType type, String sorts) {
        if (sorts.isBlank()) {
            return List.of();
        }
        List<Sort> order = new ArrayList<>();
        for (String each : sorts.split(",", -1)) {
            String key = each.strip();
            boolean descending = key.startsWith("-");
            order.add(sort(type, descending ? key.substring(1) : key, descending));
        }
        if (order.size() > MOST_SORTS) {
            throw Sight.refusal("sort", "too-many-sorts", Integer.toString(MOST_SORTS));
        }
        return List.copyOf(order);
    }

    private Sort sort(RecordType type, String path, boolean descending) {
        FieldPath found = path(type, path);
        if (!sortable(found.field())) {
            throw Sight.refusal("sort", "not-sortable", path);
        }
        return new Sort(found, descending);
    }

    static boolean sortable(Field<?> field) {
        return field.type().sortable() && !ExternalKey.is(field);
    }

    /** The type's own order, as much of it as the actor may know, and at least the time of creation. */
    List<Sort> defaultSorts(RecordType type) {
        RecordType effective = sight.effective(type);
        List<Sort> order = new ArrayList<>();
        for (String each : effective.defaultSort().split(",")) {
            boolean descending = each.startsWith("-");
            find(effective, descending ? each.substring(1) : each)
                    .filter(path -> sortable(path.field()))
                    .ifPresent(path -> order.add(new Sort(path, descending)));
        }
        return order;
    }
}
