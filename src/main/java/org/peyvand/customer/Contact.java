package org.peyvand.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.peyvand.record.RecordType;
import org.peyvand.record.RecordType.Flag;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Field;

/** A person to talk to, mostly at an account. */
public final class Contact {

    public static final Field<String> FIRST_NAME = Field.text("firstName").personal();
    public static final Field<String> LAST_NAME = Field.text("lastName").personal();

    /** First and last name in one; written alone, it is taken apart. */
    public static final Field<String> NAME =
            Field.text("name").searched().indexed().personal();

    public static final Field<UUID> ACCOUNT = Field.reference("account", "accounts", "contacts");
    public static final Field<String> JOB_TITLE = Field.text("jobTitle");
    public static final Field<String> EMAIL = Field.email("email").searched().personal();
    public static final Field<String> MOBILE = Field.phone("mobile").searched().personal();
    public static final Field<String> PHONE = Field.phone("phone").searched().personal();
    public static final Field<List<ContactPoint>> EMAILS =
            Field.emails("emails").searched().personal();
    public static final Field<List<ContactPoint>> PHONES =
            Field.phones("phones").searched().personal();
    public static final Field<List<Address>> ADDRESSES =
            Field.addresses("addresses").personal();
    public static final Field<LocalDate> BIRTH_DATE = Field.date("birthDate").personal();

    /** کد ملی. */
    public static final Field<String> NATIONAL_CODE =
            Field.text("nationalCode").indexed().personal().identifying();

    public static final Field<String> SOURCE = Account.SOURCE;
    public static final Field<String> DESCRIPTION =
            Field.longText("description").personal();

    public static final RecordType TYPE = RecordType.named("contact", "contacts")
            .icon("users")
            .fields(
                    FIRST_NAME,
                    LAST_NAME,
                    NAME,
                    ACCOUNT,
                    JOB_TITLE,
                    EMAIL,
                    MOBILE,
                    PHONE,
                    EMAILS,
                    PHONES,
                    ADDRESSES,
                    BIRTH_DATE,
                    NATIONAL_CODE,
                    SOURCE,
                    DESCRIPTION)
            .title(NAME)
            .subtitle(JOB_TITLE, ACCOUNT, MOBILE)
            .listColumns(NAME, ACCOUNT, JOB_TITLE, MOBILE, EMAIL)
            .section("main", FIRST_NAME, LAST_NAME, ACCOUNT, JOB_TITLE, NATIONAL_CODE, BIRTH_DATE, SOURCE)
            .section("reach", MOBILE, EMAIL, PHONE, PHONES, EMAILS, ADDRESSES)
            .section("description", DESCRIPTION)
            .compared(FIRST_NAME, LAST_NAME)
            .flags(Flag.OWNED, Flag.SEARCHABLE, Flag.TIMELINE, Flag.NAVIGATION, Flag.CROWDED)
            .build();

    private Contact() {}
}
