package org.peyvand.record.field;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Words over several lines, such as a note. */
public final class LongTextType extends WordsType {

    private static final int LONGEST = 100_000;
    private static final Set<Operator> OPERATORS = Set.of(
            Operator.CONTAINS, Operator.STARTS_WITH, Operator.ENDS_WITH, Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);

    @Override
    public String key() {
        return "longText";
    }

    @Override
    public Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public String fromJson(JsonNode json) {
        return Json.words(json, LONGEST);
    }

    @Override
    public String fromText(String text, TextInput input) {
        return Json.words(text, LONGEST);
    }

    @Override
    public boolean sortable() {
        return false;
    }
}
