package org.peyvand.record.field;

import java.math.BigDecimal;
import org.peyvand.locale.NumberInput;
import org.peyvand.locale.Presentation;

/** A number with up to 20 fraction digits. */
public final class DecimalType extends NumberType {

    @Override
    public String key() {
        return "decimal";
    }

    @Override
    public BigDecimal fromText(String text, TextInput input) {
        return Json.bounded(NumberInput.parse(text).orElseThrow(() -> new InvalidValue("not-a-number")));
    }

    @Override
    public String display(BigDecimal value, Presentation presentation) {
        return presentation.number(value);
    }
}
