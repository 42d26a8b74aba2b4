package org.peyvand.customer;

import java.util.function.Predicate;
import org.peyvand.locale.NationalIds;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Pending;

/** National numbers are kept as bare digits, and only when their check digits agree. */
final class NationalNumbers {

    private static final int CODE_LENGTH = 10;

    private NationalNumbers() {}

    /** Checks کد ملی and gives back the leading zeros that spreadsheets take. */
    static void code(Pending pending, Field<String> field) {
        check(pending, field, NationalIds::isNationalCode, "not-a-national-code");
        String code = pending.after(field);
        if (code != null && pending.changes(field) && code.length() < CODE_LENGTH) {
            pending.derive(field, "0".repeat(CODE_LENGTH - code.length()) + code);
        }
    }

    /** Checks شناسه ملی. */
    static void legalId(Pending pending, Field<String> field) {
        check(pending, field, NationalIds::isLegalNationalId, "not-a-national-id");
    }

    /** Checks شماره اقتصادی. */
    static void economicCode(Pending pending, Field<String> field) {
        check(pending, field, NationalIds::isEconomicCode, "not-an-economic-code");
    }

    private static void check(Pending pending, Field<String> field, Predicate<String> sound, String code) {
        String typed = pending.after(field);
        if (typed == null || !pending.changes(field)) {
            return;
        }
        if (sound.test(typed)) {
            pending.derive(field, NationalIds.bare(typed));
        } else {
            pending.refuse(Problem.of(field.name(), code));
        }
    }
}
