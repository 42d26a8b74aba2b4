package org.peyvand.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;

/**
 * The effective record types: what modules declare with what administrators laid over it. An immutable value with one
 * version number, so that whoever holds it sees one consistent state.
 */
public final class Model {

    private final long version;
    private final Map<String, RecordType> byPlural = new LinkedHashMap<>();
    private final Map<String, Map<String, Relation>> relations = new TreeMap<>();
    private final Map<String, Map<UUID, RecordType>> layouts;

    public Model(long version, Collection<RecordType> types) {
        this(version, types, Map.of());
    }

    /**
     * A model whose types are laid out differently for some.
     *
     * @param layouts the type as a role sees it, by plural and role
     */
    public Model(long version, Collection<RecordType> types, Map<String, Map<UUID, RecordType>> layouts) {
        this.version = version;
        this.layouts = layouts;
        types.forEach(type -> byPlural.put(type.plural(), type));
        types.forEach(this::relate);
        types.forEach(this::relateToAny);
    }

    public long version() {
        return version;
    }

    public Collection<RecordType> types() {
        return byPlural.values();
    }

    public Optional<RecordType> find(String plural) {
        return Optional.ofNullable(byPlural.get(plural));
    }

    /**
     * The type with this plural.
     *
     * @throws IllegalStateException when there is none; for names from outside use {@link #find}
     */
    public RecordType type(String plural) {
        return find(plural).orElseThrow(() -> new IllegalStateException("no record type " + plural));
    }

    /**
     * The effective form of a type that a module declared, or of one seen in an earlier model.
     *
     * @throws Refusal.NotFound when an own type was retired since
     */
    public RecordType effective(RecordType declared) {
        return find(declared.plural()).orElseThrow(Refusal.NotFound::new);
    }

    /** The type in the layout of the first of the roles that has one, else as it is for everybody. */
    public RecordType laidOut(RecordType type, List<UUID> roles) {
        Map<UUID, RecordType> ofRoles = layouts.getOrDefault(type.plural(), Map.of());
        return roles.stream()
                .map(ofRoles::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> effective(type));
    }

    /** The relations that start at a type, both forward and backward, by name. */
    public Collection<Relation> relations(RecordType type) {
        return relations.getOrDefault(type.plural(), Map.of()).values();
    }

    public Optional<Relation> relation(RecordType type, String name) {
        return Optional.ofNullable(
                relations.getOrDefault(type.plural(), Map.of()).get(name));
    }

    private void relate(RecordType type) {
        for (Field<?> field : type.fields()) {
            if (field.type() instanceof ReferenceType reference && byPlural.containsKey(reference.target())) {
                RecordType target = byPlural.get(reference.target());
                put(new Relation(field.name(), type, target, field, true));
                if (!SystemFields.isSystem(field)) {
                    put(new Relation(inverseName(type, field, reference), target, type, field, false));
                }
            }
        }
    }

    /** Whatever has a timeline leads back to the notes, tasks and calls that are about it. */
    private void relateToAny(RecordType type) {
        for (Field<?> field : type.ownFields()) {
            if (field.type() instanceof AnyReferenceType) {
                byPlural.values().stream()
                        .filter(about -> about.is(RecordType.Flag.TIMELINE))
                        .forEach(about -> put(new Relation(camel(type.plural()), about, type, field, false)));
            }
        }
    }

    private void put(Relation relation) {
        relations
                .computeIfAbsent(relation.from().plural(), none -> new LinkedHashMap<>())
                .putIfAbsent(relation.name(), relation);
    }

    private static String inverseName(RecordType type, Field<?> field, ReferenceType reference) {
        String declared = reference.inverse();
        if (declared != null) {
            return declared;
        }
        List<Field<?>> same = type.ownFields().stream()
                .filter(f -> f.type() instanceof ReferenceType other
                        && other.target().equals(reference.target())
                        && other.inverse() == null)
                .toList();
        return same.size() == 1 ? camel(type.plural()) : camel(type.plural()) + "By" + capital(field.name());
    }

    private static String camel(String plural) {
        StringBuilder out = new StringBuilder();
        for (String part : plural.split("-")) {
            out.append(out.isEmpty() ? part : capital(part));
        }
        return out.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
