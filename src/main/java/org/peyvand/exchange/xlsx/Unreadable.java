package org.peyvand.exchange.xlsx;

import java.util.List;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;

/** Why a workbook is not read. */
final class Unreadable {

    private Unreadable() {}

    static Refusal broken() {
        return refusal("unreadable-xlsx");
    }

    /** More than any honest workbook holds; reading on would fill the disk or never end. */
    static Refusal tooLarge() {
        return refusal("xlsx-too-large");
    }

    static Refusal noSheet(String name) {
        return refusal("unknown-sheet", name);
    }

    private static Refusal refusal(String code, String... arguments) {
        return new Refusal.Invalid(List.of(Problem.of("file", code, arguments)));
    }
}
