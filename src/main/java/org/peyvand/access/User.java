package org.peyvand.access;

import org.peyvand.record.RecordType;
import org.peyvand.record.SystemFields;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.JsonType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The record type of the people who work with the program. A user's team is the system field {@code team}. Roles and the
 * active state are written by {@link Users} alone; what proves who somebody is never is part of the record.
 */
public final class User {

    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();
    public static final Field<String> EMAIL = Field.email("email").key().searched();
    /** Where they are reached by SMS. */
    public static final Field<String> MOBILE = Field.phone("mobile");

    public static final Field<Boolean> ACTIVE =
            Field.bool("active").initially(false).readOnly();

    /** References to roles as the API reads them: {@code [{"id", "type", "name"}]}. */
    public static final Field<JsonNode> ROLES = Field.of("roles", new JsonType())
            .initially(JsonNodeFactory.instance.arrayNode())
            .readOnly();

    public static final Field<String> LOCALE = Field.choice("locale", "fa", "en");
    public static final Field<String> TIME_ZONE = Field.text("timeZone");
    public static final Field<String> CALENDAR = Field.choice("calendar", "jalali", "gregorian");
    public static final Field<String> DIGITS = Field.choice("digits", "persian", "latin");
    public static final Field<String> MONEY_UNIT = Field.choice("moneyUnit", "rial", "toman");
    public static final Field<String> THEME = Field.choice("theme", "system", "light", "dark");
    public static final Field<String> DENSITY = Field.choice("density", "normal", "compact");

    /** How long before their activities they usually want to be reminded. */
    public static final Field<String> REMINDER =
            Field.choice("reminder", "none", "atTime", "min10", "min30", "hour1", "hour2", "day1", "week1");

    public static final RecordType TYPE = RecordType.named("user", "users")
            .table("app_user")
            .icon("user")
            .fields(
                    NAME,
                    EMAIL,
                    MOBILE,
                    ACTIVE,
                    ROLES,
                    LOCALE,
                    TIME_ZONE,
                    CALENDAR,
                    DIGITS,
                    MONEY_UNIT,
                    THEME,
                    DENSITY,
                    REMINDER)
            .title(NAME)
            .subtitle(EMAIL)
            .listColumns(NAME, EMAIL, SystemFields.TEAM, ACTIVE)
            .section("person", NAME, EMAIL, MOBILE, SystemFields.TEAM, ACTIVE)
            .section("preferences", LOCALE, TIME_ZONE, CALENDAR, DIGITS, MONEY_UNIT, THEME, DENSITY, REMINDER)
            .sortedBy("name")
            .flags(RecordType.Flag.SEARCHABLE)
            .build();

    private User() {}
}
