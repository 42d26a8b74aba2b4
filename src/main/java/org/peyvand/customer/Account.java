package org.peyvand.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.peyvand.locale.Money;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Field;

/** A company or a person that buys, may buy, or bought: the party to every deal. */
public final class Account {

    /** {@link #KIND} of a legal entity. */
    public static final String ORGANIZATION = "organization";

    /** {@link #KIND} of a natural person. */
    public static final String INDIVIDUAL = "individual";

    public static final Field<String> NAME =
            Field.text("name").required().searched().indexed();
    public static final Field<String> KIND =
            Field.choice("kind", ORGANIZATION, INDIVIDUAL).required().initially(ORGANIZATION);
    public static final Field<String> LEGAL_NAME = Field.text("legalName").searched();

    /** شناسه ملی of an organization, کد ملی of an individual. */
    public static final Field<String> NATIONAL_ID =
            Field.text("nationalId").indexed().personal().identifying();

    public static final Field<String> ECONOMIC_CODE = Field.text("economicCode").personal();
    public static final Field<String> INDUSTRY = Field.openChoice(
            "industry",
            "food",
            "construction",
            "industry",
            "oil",
            "automotive",
            "health",
            "technology",
            "retail",
            "transport",
            "agriculture",
            "textile",
            "education",
            "finance",
            "services");
    public static final Field<String> WEBSITE = Field.url("website");
    public static final Field<String> EMAIL = Field.email("email").searched().personal();
    public static final Field<String> PHONE = Field.phone("phone").searched().personal();
    public static final Field<String> MOBILE = Field.phone("mobile").searched().personal();
    public static final Field<List<ContactPoint>> EMAILS =
            Field.emails("emails").searched().personal();
    public static final Field<List<ContactPoint>> PHONES =
            Field.phones("phones").searched().personal();
    public static final Field<List<Address>> ADDRESSES =
            Field.addresses("addresses").personal();
    public static final Field<LocalDate> BIRTH_DATE = Field.date("birthDate").personal();
    public static final Field<UUID> PARENT = Field.reference("parent", "accounts", "children");
    public static final Field<String> SOURCE = Field.openChoice(
            "source",
            "website",
            "referral",
            "exhibition",
            "phone",
            "social",
            "advertisement",
            "email",
            "tender",
            "partner",
            "other");
    public static final Field<String> LIFECYCLE =
            Field.choice("lifecycle", "prospect", "opportunity", "customer", "inactive", "former");
    public static final Field<String> TIER = Field.choice("tier", "platinum", "gold", "silver", "bronze");
    public static final Field<Money> REVENUE = Field.money("revenue");
    public static final Field<Long> EMPLOYEES = Field.integer("employees");
    public static final Field<Long> FOUNDED_YEAR = Field.integer("foundedYear");
    public static final Field<String> DESCRIPTION = Field.longText("description");

    public static final RecordType TYPE = RecordType.named("account", "accounts")
            .icon("building")
            .fields(
                    NAME,
                    KIND,
                    LEGAL_NAME,
                    NATIONAL_ID,
                    ECONOMIC_CODE,
                    INDUSTRY,
                    WEBSITE,
                    EMAIL,
                    PHONE,
                    MOBILE,
                    EMAILS,
                    PHONES,
                    ADDRESSES,
                    BIRTH_DATE,
                    PARENT,
                    SOURCE,
                    LIFECYCLE,
                    TIER,
                    REVENUE,
                    EMPLOYEES,
                    FOUNDED_YEAR,
                    DESCRIPTION)
            .title(NAME)
            .subtitle(INDUSTRY, PHONE)
            .listColumns(NAME, LIFECYCLE, INDUSTRY, PHONE, TIER)
            .section("main", NAME, KIND, LEGAL_NAME, NATIONAL_ID, ECONOMIC_CODE, INDUSTRY, PARENT, BIRTH_DATE)
            .section("reach", EMAIL, PHONE, MOBILE, EMAILS, PHONES, WEBSITE, ADDRESSES)
            .section("relationship", LIFECYCLE, TIER, SOURCE, REVENUE, EMPLOYEES, FOUNDED_YEAR)
            .section("description", DESCRIPTION)
            .compared(NAME)
            .flags(Flag.OWNED, Flag.SEARCHABLE, Flag.TIMELINE, Flag.NAVIGATION, Flag.CROWDED)
            .build();

    private Account() {}
}
