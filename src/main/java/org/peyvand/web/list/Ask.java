package org.peyvand.web.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Choice;
import org.peyvand.web.list.ListPage.Hidden;
import org.peyvand.web.value.Input;

/**
 * What the dialog of a new condition asks.
 *
 * @param action where the answer goes
 * @param again asks anew after another field or comparison was chosen
 * @param values the boxes of the value: none, one, or two for a range
 * @param several options to tick, for comparisons that take many
 */
public record Ask(
        String action,
        String again,
        List<Choice> fields,
        String field,
        List<Choice> operators,
        String operator,
        List<Input> values,
        List<Choice> several,
        List<Choice> periods,
        List<Hidden> hidden,
        @Nullable String problem) {}
