package org.peyvand.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Currencies;
import org.peyvand.locale.MoneyUnit;
import org.peyvand.record.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * How a file is to be understood and what becomes of rows that are there already.
 *
 * @param dateOrder {@code ymd}, {@code mdy} or {@code dmy} for dates that are neither ISO nor Jalali
 * @param encoding null: told by the file
 * @param delimiter null: told by the file
 * @param sheet of a workbook, null: the first that one sees
 * @param matchOn the fields that tell whether a record is there already; empty: what tells records of the type apart
 * @param currency of amounts without one, null for the installation's
 * @param amountUnit what a bare number of Iranian money means
 * @param createReferences whether unknown records that are referred to are made
 */
record ImportOptions(
        @Nullable String dateOrder,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable String sheet,
        OnDuplicate onDuplicate,
        List<String> matchOn,
        @Nullable String currency,
        @Nullable MoneyUnit amountUnit,
        boolean createReferences,
        boolean notifying) {

    private static final Set<String> KNOWN = Set.of(
            "dateOrder",
            "encoding",
            "delimiter",
            "sheet",
            "onDuplicate",
            "matchOn",
            "currency",
            "amountUnit",
            "createReferences",
            "notify");

    /** What becomes of a row whose record is there already. */
    enum OnDuplicate {
        SKIP,
        UPDATE,
        CREATE
    }

    static ImportOptions read(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return new ImportOptions(null, null, null, null, OnDuplicate.CREATE, List.of(), null, null, false, false);
        }
        if (!json.isObject()) {
            throw new Refusal.Malformed("bad-options");
        }
        for (String name : json.propertyNames()) {
            if (!KNOWN.contains(name)) {
                throw new Refusal.Malformed("unknown-option", name);
            }
        }
        String dateOrder = oneOf(json, "dateOrder", Set.of("ymd", "mdy", "dmy"));
        String onDuplicate = oneOf(json, "onDuplicate", Set.of("skip", "update", "create"));
        String unit = oneOf(json, "amountUnit", Set.of("rial", "toman"));
        String currency = text(json, "currency");
        if (currency != null && !Currencies.known(currency)) {
            throw new Refusal.Malformed("unknown-currency", currency);
        }
        return new ImportOptions(
                dateOrder,
                text(json, "encoding"),
                text(json, "delimiter"),
                text(json, "sheet"),
                onDuplicate == null ? OnDuplicate.CREATE : OnDuplicate.valueOf(onDuplicate.toUpperCase(Locale.ROOT)),
                texts(json, "matchOn"),
                currency,
                unit == null ? null : MoneyUnit.valueOf(unit.toUpperCase(Locale.ROOT)),
                flag(json, "createReferences"),
                flag(json, "notify"));
    }

    private static @Nullable String oneOf(JsonNode json, String name, Set<String> allowed) {
        String value = text(json, name);
        if (value != null && !allowed.contains(value)) {
            throw new Refusal.Malformed("bad-option", name, value);
        }
        return value;
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Refusal.Malformed("bad-option", name, value.toString());
        }
        return value.stringValue().isEmpty() ? null : value.stringValue();
    }

    private static boolean flag(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new Refusal.Malformed("bad-option", name, value.toString());
        }
        return value.booleanValue();
    }

    private static List<String> texts(JsonNode json, String name) {
        JsonNode value = json.get(name);
        List<String> texts = new ArrayList<>();
        if (value == null || value.isNull()) {
            return texts;
        }
        if (!value.isArray()) {
            throw new Refusal.Malformed("bad-option", name, value.toString());
        }
        for (JsonNode each : value) {
            if (!each.isString()) {
                throw new Refusal.Malformed("bad-option", name, value.toString());
            }
            texts.add(each.stringValue());
        }
        return texts;
    }
}
