package org.peyvand.record.overlay;

import org.peyvand.record.RecordType;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;

/**
 * Which fields a board can stand on: a closed choice, whose options are the columns, or an own reference, whose targets are;
 * besides the field that the type was declared with.
 */
public final class BoardFields {

    private BoardFields() {}

    public static boolean isPossible(RecordType type, Field<?> field) {
        boolean standing = type.boardField()
                .filter(board -> board.name().equals(field.name()))
                .isPresent();
        return standing || isPossible(field);
    }

    private static boolean isPossible(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType choice -> !choice.isOpen();
            case ReferenceType reference -> field.is(Field.Flag.OWN);
            default -> false;
        };
    }
}
