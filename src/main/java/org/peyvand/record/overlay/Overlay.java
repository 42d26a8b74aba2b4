package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.FieldRule;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordTypeBuilder;
import org.peyvand.record.field.Field;

/** Everything administrators laid over the declared types at one version; a value. */
record Overlay(
        long version,
        List<OverlayType> types,
        List<OverlayField> fields,
        List<ShippedChange> changes,
        List<Layout> layouts,
        Map<String, Map<String, FieldRule>> rules) {

    static Overlay read(OverlayRows rows, LayoutRows layouts, RuleRows rules) {
        // The version first: rows that change meanwhile belong to a later version, which is then noticed.
        long version = rows.version();
        return new Overlay(version, rows.types(), rows.fields(), rows.changes(), layouts.all(), rules.all());
    }

    /** The effective model: a pure function of what is declared and what is laid over it. */
    Model over(Collection<RecordType> declared) {
        Stream<RecordType> own =
                types.stream().filter(type -> type.own() && !type.retired()).map(type -> over(OwnType.declared(type)));
        List<RecordType> all =
                Stream.concat(declared.stream().map(this::over), own).toList();
        Map<String, Map<UUID, RecordType>> ofRoles = new HashMap<>();
        for (RecordType type : all) {
            for (Layout layout : layouts) {
                UUID role = layout.role();
                if (role != null && layout.type().equals(type.plural())) {
                    ofRoles.computeIfAbsent(type.plural(), none -> new HashMap<>())
                            .put(role, layout.over(type));
                }
            }
        }
        return new Model(version, all, ofRoles);
    }

    private RecordType over(RecordType type) {
        List<Field<?>> changed = new ArrayList<>();
        for (ShippedChange change : changes) {
            if (change.type().equals(type.plural())) {
                type.find(change.name()).map(change::over).ifPresent(changed::add);
            }
        }
        for (OverlayField field : fields) {
            if (field.type().equals(type.plural()) && field.state() != OverlayField.State.RETIRED) {
                changed.add(field.field());
            }
        }
        RecordType filled = changed.isEmpty() ? type : type.withFields(changed);
        OverlayType said = said(type.plural());
        RecordType called = said == null ? filled : called(filled, said);
        called = ruled(called);
        RecordType arranged = called.is(RecordType.Flag.OWN) ? OwnType.arranged(called) : called;
        return layouts.stream()
                .filter(layout -> layout.role() == null && layout.type().equals(type.plural()))
                .findFirst()
                .map(layout -> layout.over(arranged))
                .orElse(arranged);
    }

    /** Rules of retired fields wait with them. */
    private RecordType ruled(RecordType type) {
        Map<String, FieldRule> known = new HashMap<>(rules.getOrDefault(type.plural(), Map.of()));
        known.keySet().removeIf(field -> type.find(field).isEmpty());
        return known.isEmpty() ? type : type.copy().rules(known).build();
    }

    private static RecordType called(RecordType type, OverlayType said) {
        RecordTypeBuilder builder = type.copy()
                .called(said.many() != null ? said.many() : type.many(), said.one() != null ? said.one() : type.one())
                .icon(Objects.requireNonNullElse(said.icon(), type.icon()))
                .sortedBy(Objects.requireNonNullElse(said.defaultSort(), type.defaultSort()));
        String board = said.board();
        if (board != null) {
            type.find(board)
                    .filter(field -> BoardFields.isPossible(type, field))
                    .ifPresentOrElse(builder::board, builder::withoutBoard);
        }
        return builder.build();
    }

    private @Nullable OverlayType said(String plural) {
        return types.stream()
                .filter(type -> type.name().equals(plural))
                .findFirst()
                .orElse(null);
    }
}
