package org.peyvand.record.field;

import java.math.BigDecimal;
import org.peyvand.locale.NumberInput;
import org.peyvand.locale.Presentation;

/** A share in hundredths: 25 is 25 %. */
public final class PercentType extends NumberType {

    @Override
    public String key() {
        return "percent";
    }

    @Override
    public BigDecimal fromText(String text, TextInput input) {
        return Json.bounded(
                NumberInput.parse(text.replace("%", "").replace("٪", "").strip())
                        .orElseThrow(() -> new InvalidValue("not-a-number")));
    }

    @Override
    public String display(BigDecimal value, Presentation presentation) {
        return presentation.percent(value);
    }
}
