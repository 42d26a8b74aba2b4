package org.peyvand.record.field;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Currencies;
import org.peyvand.locale.Money;
import org.peyvand.locale.MoneyInput;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An amount in major units with its currency. Amounts of different currencies are neither equal nor ordered. */
public final class MoneyType extends FieldType<Money> {

    private static final Set<String> PARTS = Set.of("amount", "currency");

    @Override
    public String key() {
        return "money";
    }

    @Override
    public Class<Money> javaType() {
        return Money.class;
    }

    @Override
    public List<Column> columns(String fieldName) {
        String name = Column.snake(fieldName);
        return List.of(Column.of(name, "numeric"), Column.of(name + "_currency", "text"));
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ORDERED;
    }

    @Override
    public @Nullable Money fromCells(List<@Nullable Object> cells) {
        return cells.getFirst() instanceof BigDecimal amount && cells.get(1) instanceof String currency
                ? new Money(amount, currency)
                : null;
    }

    @Override
    public List<@Nullable Object> toCells(@Nullable Money value) {
        return value == null ? Collections.nCopies(2, null) : Arrays.asList(value.amount(), value.currency());
    }

    @Override
    public Money fromJson(JsonNode json) {
        if (!json.isObject() || !PARTS.containsAll(json.propertyNames())) {
            throw new InvalidValue("not-money");
        }
        JsonNode amount = json.get("amount");
        JsonNode currency = json.get("currency");
        if (amount == null || currency == null || !currency.isString()) {
            throw new InvalidValue("not-money");
        }
        return checked(Json.number(amount), currency.stringValue());
    }

    @Override
    public JsonNode toJson(Money value) {
        ObjectNode json = Json.NODES.objectNode();
        json.put("amount", value.amount());
        json.put("currency", value.currency());
        return json;
    }

    @Override
    public Money fromText(String text, TextInput input) {
        String[] parts = text.strip().split("\\s+(?=[A-Z]{3}$)", 2);
        String currency = parts.length == 2 ? parts[1] : input.currency();
        return MoneyInput.parse(parts[0], currency, input.presentation().moneyUnit())
                .map(money -> checked(money.amount(), money.currency()))
                .orElseThrow(() -> new InvalidValue("not-money"));
    }

    @Override
    public String toText(Money value) {
        return value.amount().toPlainString() + " " + value.currency();
    }

    @Override
    public String display(Money value, Presentation presentation) {
        return presentation.money(value);
    }

    @Override
    public Condition compare(Operator operator, List<Field<?>> columns, List<Object> operands) {
        Field<BigDecimal> amount = columns.get(0).coerce(BigDecimal.class);
        Field<String> currency = columns.get(1).coerce(String.class);
        if (operator == Operator.IN) {
            return DSL.or(operands.stream()
                    .map(each -> compare(Operator.EQ, columns, List.of(each)))
                    .toList());
        }
        List<Object> amounts =
                operands.stream().<Object>map(each -> ((Money) each).amount()).toList();
        return currency.eq(((Money) operands.getFirst()).currency()).and(ScalarType.compare(operator, amount, amounts));
    }

    private static Money checked(BigDecimal amount, String currency) {
        if (!Currencies.known(currency)) {
            throw new InvalidValue("unknown-currency", currency);
        }
        if (amount.stripTrailingZeros().scale() > Money.fractionDigits(currency)) {
            throw new InvalidValue("too-many-fraction-digits", currency);
        }
        if (!Money.fits(Json.bounded(amount), currency)) {
            throw new InvalidValue("number-out-of-range");
        }
        return new Money(amount, currency);
    }
}
