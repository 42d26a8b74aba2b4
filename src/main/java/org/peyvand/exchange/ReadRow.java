package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;

/** A row as it was understood: values, problems, and references still to be resolved. */
final class ReadRow {

    private final TableRow row;
    private final Draft draft = new Draft();
    private final List<Reference> references = new ArrayList<>();
    private final List<Reference> later = new ArrayList<>();
    private final Map<String, String> extra = new HashMap<>();
    private @Nullable UUID id;

    ReadRow(TableRow row) {
        this.row = row;
    }

    TableRow row() {
        return row;
    }

    Draft draft() {
        return draft;
    }

    List<Reference> references() {
        return references;
    }

    /** References to rows of the same file that are not written yet. */
    List<Reference> later() {
        return later;
    }

    /** Cells of {@link ExtraColumn}s, by their names. */
    Map<String, String> extra() {
        return extra;
    }

    @Nullable
    UUID id() {
        return id;
    }

    void id(UUID given) {
        id = given;
    }

    boolean isSound() {
        return draft.problems().isEmpty();
    }

    /**
     * Words that mean another record.
     *
     * @param word its name, or empty
     * @param idWord its identifier from a column of its own, or empty; goes before the name when it is found
     */
    record Reference(Field<?> field, String word, String idWord) {}
}
