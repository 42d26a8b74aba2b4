package org.peyvand.record.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.PersianText;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.Candidate.Kind;
import org.peyvand.record.query.Candidate.Reason;
import org.peyvand.record.sql.RecordTable;

/**
 * Finds the records that a newcomer may be. What is the same is looked up by its own index; only where nothing is the same
 * are names that are alike looked for, since that reads far more. What a candidate shares with the newcomer is weighed
 * here, from the fields that the reader may read: a candidate that an unreadable field led to falls out again.
 */
final class Comparing {

    /** How alike two bare names are, as the share of three-letter groups they have in common. The pool tells the index the same. */
    static final double ALIKE = 0.55;

    private static final int EACH = 20;
    private static final int MOST = 10;

    private final Sight sight;
    private final RecordType type;
    private final RecordTable table;
    private final Newcomer newcomer;
    private final @Nullable UUID except;

    Comparing(Sight sight, RecordType type, Map<String, @Nullable Object> values, @Nullable UUID except) {
        this.sight = sight;
        this.type = sight.effective(type);
        this.table = RecordTable.of(this.type, "t");
        this.newcomer = Newcomer.of(sight, this.type, values);
        this.except = except;
    }

    List<Candidate> candidates(TimedSql sql) {
        if (!type.isCompared()) {
            throw new IllegalStateException("nobody compares " + type);
        }
        List<Candidate> same = read(same(), sql);
        List<Candidate> found = same.isEmpty() && !newcomer.nameKey().isEmpty() ? read(List.of(alike()), sql) : same;
        return found.stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(MOST)
                .toList();
    }

    private List<Candidate> read(List<Select<Record1<UUID>>> leads, TimedSql sql) {
        if (leads.isEmpty()) {
            return List.of();
        }
        Columns columns = new Columns(sight, table, shown());
        List<Field<?>> select = new ArrayList<>(columns.select());
        select.add(similarity().as("similarity"));
        Select<?> statement =
                DSL.select(select).from(table.table()).where(table.id().in(union(leads)));
        return sql.ask(db -> db.fetch(statement)).stream()
                .flatMap(row -> weighed(columns.read(row), similarity(row)).stream())
                .toList();
    }

    /** What tells a candidate from its namesakes, and what is compared. */
    private List<org.peyvand.record.field.Field<?>> shown() {
        Set<org.peyvand.record.field.Field<?>> shown = new LinkedHashSet<>();
        shown.add(type.titleField());
        shown.addAll(type.subtitleFields());
        type.fields().stream()
                .filter(field -> Newcomer.isEmail(field)
                        || Newcomer.isPhone(field)
                        || newcomer.identifiers().containsKey(field))
                .forEach(shown::add);
        return List.copyOf(shown);
    }

    private List<Select<Record1<UUID>>> same() {
        List<Select<Record1<UUID>>> leads = new ArrayList<>();
        List<org.jooq.Condition> own = newcomer.keys()
                .map(key -> DSL.condition("{0} @> jsonb_build_array({1}::text)", table.matchKeys(), DSL.val(key)))
                .toList();
        if (!own.isEmpty()) {
            leads.add(live(DSL.or(own)).limit(EACH));
        }
        if (!newcomer.nameKey().isEmpty()) {
            leads.add(live(table.nameKey().eq(newcomer.nameKey())).limit(EACH));
        }
        return leads;
    }

    private Select<Record1<UUID>> alike() {
        return live(DSL.and(
                        DSL.condition("{0} % {1}", table.nameKey(), DSL.val(newcomer.nameKey())),
                        similarity().ge(ALIKE)))
                .orderBy(similarity().desc())
                .limit(EACH);
    }

    private org.jooq.SelectConditionStep<Record1<UUID>> live(org.jooq.Condition condition) {
        return DSL.select(table.id())
                .from(table.table())
                .where(table.deletedAt().isNull(), sight.sees(table), condition)
                .and(except == null ? DSL.trueCondition() : table.id().ne(except));
    }

    private static Select<Record1<UUID>> union(List<Select<Record1<UUID>>> each) {
        Select<Record1<UUID>> all = each.getFirst();
        for (Select<Record1<UUID>> next : each.subList(1, each.size())) {
            all = all.unionAll(next);
        }
        return all;
    }

    private Field<Double> similarity() {
        return DSL.field("similarity({0}, {1})", SQLDataType.DOUBLE, table.nameKey(), DSL.val(newcomer.nameKey()));
    }

    private static double similarity(Record row) {
        Double similarity = row.get("similarity", Double.class);
        return similarity == null ? 0 : similarity;
    }

    /** Several reasons are independent: each leaves less doubt. */
    private Optional<Candidate> weighed(StoredRecord record, double similarity) {
        List<Reason> reasons = new ArrayList<>();
        double doubt = 1;
        for (org.peyvand.record.field.Field<?> field : record.type().fields()) {
            Reason reason = reason(record, field);
            if (reason != null && reasons.stream().noneMatch(each -> each.kind() == reason.kind())) {
                reasons.add(reason);
                doubt *= 1 - reason.kind().weight();
            }
        }
        if (!newcomer.nameKey().isEmpty() && similarity >= ALIKE) {
            Kind kind = similarity >= 1 ? Kind.NAME : Kind.SIMILAR_NAME;
            reasons.add(new Reason(kind, newcomer.nameField()));
            doubt *= 1 - kind.weight() * similarity;
        }
        reasons.sort(Comparator.comparing(Reason::kind));
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidate(record, Math.round((1 - doubt) * 1000) / 1000.0, List.copyOf(reasons)));
    }

    private @Nullable Reason reason(StoredRecord record, org.peyvand.record.field.Field<?> field) {
        Object value = record.values().get(field.name());
        if (value == null) {
            return null;
        }
        if (Newcomer.isEmail(field)) {
            List<String> addresses =
                    Newcomer.texts(value).stream().map(Newcomer::lower).toList();
            return shared(Kind.EMAIL, newcomer.emails(), addresses);
        }
        if (Newcomer.isPhone(field)) {
            return shared(Kind.PHONE, newcomer.phones(), Newcomer.texts(value));
        }
        String wanted = newcomer.identifiers().get(field);
        return wanted != null && wanted.equals(PersianText.searchText(value.toString()))
                ? new Reason(Kind.IDENTIFIER, field)
                : null;
    }

    private static @Nullable Reason shared(
            Kind kind, Map<String, org.peyvand.record.field.Field<?>> said, List<String> values) {
        return said.entrySet().stream()
                .filter(each -> values.contains(each.getKey()))
                .findFirst()
                .map(each -> new Reason(kind, each.getValue()))
                .orElse(null);
    }
}
