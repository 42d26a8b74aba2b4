package org.peyvand.sales;

import java.time.Instant;
import java.util.UUID;
import org.peyvand.customer.Account;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Field;

/** A little-known person or firm that may become a customer. */
public final class Lead {

    /** {@link #STATUS} of a lead that became a customer; reached by conversion alone. */
    public static final String CONVERTED = "converted";

    public static final Field<String> FIRST_NAME = Field.text("firstName").personal();
    public static final Field<String> LAST_NAME = Field.text("lastName").personal();

    /** First and last name in one, else the company, else how it can be reached. */
    public static final Field<String> NAME =
            Field.text("name").searched().indexed().personal();

    public static final Field<String> COMPANY = Field.text("company").searched();
    public static final Field<String> JOB_TITLE = Field.text("jobTitle");
    public static final Field<String> EMAIL = Field.email("email").searched().personal();
    public static final Field<String> MOBILE = Field.phone("mobile").searched().personal();
    public static final Field<String> PHONE = Field.phone("phone").searched().personal();
    public static final Field<String> SOURCE = Account.SOURCE;
    public static final Field<String> STATUS = Field.choice(
                    "status", "new", "working", "qualified", "unqualified", CONVERTED)
            .required()
            .initially("new");
    public static final Field<Long> SCORE = Field.integer("score");
    public static final Field<String> DESCRIPTION =
            Field.longText("description").personal();
    public static final Field<UUID> CONVERTED_ACCOUNT =
            Field.reference("convertedAccount", "accounts", "convertedLeads").readOnly();
    public static final Field<UUID> CONVERTED_CONTACT =
            Field.reference("convertedContact", "contacts", "convertedLeads").readOnly();
    public static final Field<UUID> CONVERTED_OPPORTUNITY = Field.reference(
                    "convertedOpportunity", "opportunities", "convertedLeads")
            .readOnly();
    public static final Field<Instant> CONVERTED_AT =
            Field.instant("convertedAt").readOnly();

    public static final RecordType TYPE = RecordType.named("lead", "leads")
            .icon("target-arrow")
            .fields(
                    FIRST_NAME,
                    LAST_NAME,
                    NAME,
                    COMPANY,
                    JOB_TITLE,
                    EMAIL,
                    MOBILE,
                    PHONE,
                    SOURCE,
                    STATUS,
                    SCORE,
                    DESCRIPTION,
                    CONVERTED_ACCOUNT,
                    CONVERTED_CONTACT,
                    CONVERTED_OPPORTUNITY,
                    CONVERTED_AT)
            .title(NAME)
            .subtitle(COMPANY, MOBILE)
            .listColumns(NAME, COMPANY, STATUS, SOURCE, MOBILE, SCORE)
            .section("main", FIRST_NAME, LAST_NAME, COMPANY, JOB_TITLE, STATUS, SOURCE, SCORE)
            .section("reach", MOBILE, EMAIL, PHONE)
            .section("description", DESCRIPTION)
            .section("conversion", CONVERTED_AT, CONVERTED_ACCOUNT, CONVERTED_CONTACT, CONVERTED_OPPORTUNITY)
            .compared(FIRST_NAME, LAST_NAME)
            .flags(Flag.OWNED, Flag.SEARCHABLE, Flag.TIMELINE, Flag.NAVIGATION, Flag.CROWDED)
            .build();

    private Lead() {}
}
