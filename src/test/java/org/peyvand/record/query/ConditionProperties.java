package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyvand.record.query.TradingFloor.FIRMS;
import static org.peyvand.record.query.TradingFloor.PEOPLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.peyvand.locale.PersianText;
import org.peyvand.record.Actor;
import org.peyvand.record.Relation;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.Operator;

/** What SQL answers to a condition, plain Java answers as well: over random conditions and a fixed set of uneven rows. */
class ConditionProperties {

    private static final List<String> WORDS = List.of("علی", "علي", "می‌نا", "Ali B", "100%", "۱۲۳");
    private static final List<String> TIERS = List.of("gold", "silver");
    private static final List<BigDecimal> NUMBERS =
            List.of(BigDecimal.ZERO, new BigDecimal("1.5"), new BigDecimal("-2"));
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22));
    private static final List<String> KEYS = List.of("a", "b", "c");

    private static final TradingFloor FLOOR = new TradingFloor();
    private static final Map<UUID, Map<String, Object>> PERSONS = new HashMap<>();
    private static final Map<UUID, Map<String, Object>> COMPANIES = new HashMap<>();

    @BeforeContainer
    static void fill() {
        Random random = new Random(42);
        for (int i = 0; i < 6; i++) {
            Map<String, Object> firm = new HashMap<>();
            maybe(random, firm, "name", WORDS);
            maybe(random, firm, "industry", WORDS);
            COMPANIES.put(FLOOR.put(FIRMS, firm), firm);
        }
        for (int i = 0; i < 80; i++) {
            Map<String, Object> person = new HashMap<>();
            maybe(random, person, "name", WORDS);
            maybe(random, person, "tier", TIERS);
            maybe(random, person, "vip", List.of(true, false));
            maybe(random, person, "score", NUMBERS);
            maybe(random, person, "birthDate", DAYS);
            maybe(random, person, "labels", List.of(List.of("a"), List.of("a", "b"), List.of("c", "b")));
            maybe(random, person, "firm", List.copyOf(COMPANIES.keySet()));
            PERSONS.put(FLOOR.put(PEOPLE, person), person);
        }
    }

    @AfterContainer
    static void drop() {
        FLOOR.close();
    }

    private static void maybe(Random random, Map<String, Object> row, String name, List<?> values) {
        if (random.nextInt(4) > 0) {
            row.put(name, values.get(random.nextInt(values.size())));
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void sqlAndJavaAgree(@ForAll("conditions") Condition condition) {
        Set<UUID> expected = new HashSet<>();
        PERSONS.forEach((id, person) -> {
            if (holds(condition, person)) {
                expected.add(id);
            }
        });

        Set<UUID> found = new HashSet<>();
        Query query = Query.of(PEOPLE).where(condition).limited(200);
        FLOOR.gate().page(Actor.system(), query).items().forEach(each -> found.add(each.id()));

        assertThat(found).isEqualTo(expected);
        assertThat(FLOOR.gate().exactCount(Actor.system(), query)).isEqualTo(expected.size());
        Condition again =
                FLOOR.gate().parse(Actor.system(), PEOPLE, FLOOR.gate().write(condition));
        assertThat(FLOOR.gate().exactCount(Actor.system(), query.where(again))).isEqualTo(expected.size());
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return nested(4);
    }

    private static Arbitrary<Condition> nested(int deep) {
        if (deep == 0) {
            return comparisons();
        }
        Arbitrary<Condition> inner = nested(deep - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, comparisons()),
                Tuple.of(1, inner.map(Condition.Not::new)),
                Tuple.of(1, inner.list().ofMaxSize(3).map(Condition.Or::new)),
                Tuple.of(1, inner.list().ofMinSize(1).ofMaxSize(3).map(Condition.And::new)),
                Tuple.of(1, firmNames().map(where -> new Condition.Has(firm(), where, 1, null))));
    }

    private static Relation firm() {
        return new Relation("firm", PEOPLE, FIRMS, TradingFloor.FIRM, true);
    }

    private static Arbitrary<Condition> firmNames() {
        return texts(new FieldPath(FIRMS, List.of(), TradingFloor.NAME));
    }

    private static Arbitrary<Condition> comparisons() {
        return Arbitraries.oneOf(
                texts(path(TradingFloor.NAME)),
                texts(new FieldPath(PEOPLE, List.of(firm()), TradingFloor.NAME)),
                texts(new FieldPath(PEOPLE, List.of(firm()), TradingFloor.INDUSTRY)),
                of(path(TradingFloor.TIER), TIERS, Operator.BASIC),
                of(path(TradingFloor.VIP), List.of(true, false), Operator.BASIC),
                of(path(TradingFloor.SCORE), NUMBERS, Operator.ORDERED),
                of(path(TradingFloor.BIRTH_DATE), DAYS, Operator.ORDERED),
                of(path(TradingFloor.FIRM), List.copyOf(COMPANIES.keySet()), Operator.BASIC),
                of(path(TradingFloor.LABELS), KEYS, Operator.LISTED));
    }

    private static FieldPath path(Field<?> field) {
        return new FieldPath(PEOPLE, List.of(), field);
    }

    private static Arbitrary<Condition> texts(FieldPath path) {
        boolean choice = path.field().name().equals("industry");
        List<String> parts = List.of("علی", "ALI b", "نا", "%", "۱۲", "ب");
        return choice
                ? of(path, WORDS, Set.of(Operator.EQ, Operator.NE, Operator.IN, Operator.NOT_IN))
                : Arbitraries.oneOf(
                        of(path, WORDS, Operator.BASIC),
                        of(path, parts, Set.of(Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH)));
    }

    private static Arbitrary<Condition> of(FieldPath path, List<?> values, Set<Operator> operators) {
        Arbitrary<Object> value = Arbitraries.of(values).map(Object.class::cast);
        return Combinators.combine(
                        Arbitraries.of(operators.stream().sorted().toList()),
                        value.list().ofSize(3),
                        Arbitraries.integers().between(1, 3))
                .as((operator, some, count) -> new Condition.Compare(path, operator, operands(operator, some, count)));
    }

    private static List<Object> operands(Operator operator, List<Object> some, int count) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> List.of();
            case BETWEEN -> List.copyOf(some.subList(0, 2));
            case IN, NOT_IN, HAS_ANY, HAS_ALL, HAS_NONE -> List.copyOf(some.subList(0, count));
            default -> List.of(some.getFirst());
        };
    }

    private static boolean holds(Condition condition, Map<String, Object> row) {
        return switch (condition) {
            case Condition.And and -> and.parts().stream().allMatch(part -> holds(part, row));
            case Condition.Or or -> or.parts().stream().anyMatch(part -> holds(part, row));
            case Condition.Not not -> !holds(not.part(), row);
            case Condition.Has has -> {
                Map<String, Object> firm = COMPANIES.get(row.get("firm"));
                yield firm != null && has.where() != null && holds(has.where(), firm);
            }
            case Condition.Compare compare -> holds(compare, row);
        };
    }

    private static boolean holds(Condition.Compare compare, Map<String, Object> row) {
        Map<String, Object> end =
                compare.path().direct() ? row : COMPANIES.getOrDefault(row.get("firm"), Collections.emptyMap());
        Operator operator = compare.operator();
        Object value = end.get(compare.path().field().name());
        boolean folds = compare.path().field().name().equals("name");
        return operator.negates()
                .map(positive -> !holds(positive, value, compare.operands(), folds))
                .orElseGet(() -> holds(operator, value, compare.operands(), folds));
    }

    private static boolean holds(
            Operator operator, @org.jspecify.annotations.Nullable Object value, List<Object> operands, boolean folds) {
        if (value == null) {
            return false;
        }
        Object left = folds ? PersianText.searchText((String) value) : value;
        List<Object> right = new ArrayList<>();
        operands.forEach(each -> right.add(folds ? PersianText.searchText((String) each) : each));
        return switch (operator) {
            case IS_NOT_EMPTY -> true;
            case EQ -> compared(left, right.getFirst()) == 0;
            case IN -> right.stream().anyMatch(each -> compared(left, each) == 0);
            case LT -> compared(left, right.getFirst()) < 0;
            case LE -> compared(left, right.getFirst()) <= 0;
            case GT -> compared(left, right.getFirst()) > 0;
            case GE -> compared(left, right.getFirst()) >= 0;
            case BETWEEN -> compared(left, right.getFirst()) >= 0 && compared(left, right.get(1)) <= 0;
            case CONTAINS -> ((String) left).contains((String) right.getFirst());
            case STARTS_WITH -> ((String) left).startsWith((String) right.getFirst());
            case ENDS_WITH -> ((String) left).endsWith((String) right.getFirst());
            case HAS_ANY -> right.stream().anyMatch(((List<?>) left)::contains);
            case HAS_ALL -> ((List<?>) left).containsAll(right);
            default -> throw new IllegalStateException(operator.key());
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compared(Object one, Object other) {
        return ((Comparable) one).compareTo(other);
    }
}
