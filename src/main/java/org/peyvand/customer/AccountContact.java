package org.peyvand.customer;

import java.time.LocalDate;
import java.util.UUID;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/** What a person is to an account, and from when to when: one person may serve several accounts. */
public final class AccountContact {

    public static final Field<UUID> ACCOUNT =
            Field.reference("account", "accounts").required();
    public static final Field<UUID> CONTACT =
            Field.reference("contact", "contacts").required();
    public static final Field<String> ROLE =
            Field.openChoice("role", "decisionMaker", "buyer", "technical", "finance", "user", "influencer", "other");
    public static final Field<Boolean> PRIMARY = Field.bool("primary").initially(false);
    public static final Field<LocalDate> START_DATE = Field.date("startDate");
    public static final Field<LocalDate> END_DATE = Field.date("endDate");

    public static final RecordType TYPE = RecordType.named("accountContact", "account-contacts")
            .icon("link")
            .fields(ACCOUNT, CONTACT, ROLE, PRIMARY, START_DATE, END_DATE)
            .title(ROLE)
            .subtitle(ACCOUNT, CONTACT)
            .listColumns(CONTACT, ACCOUNT, ROLE, PRIMARY, START_DATE, END_DATE)
            .section("main", ACCOUNT, CONTACT, ROLE, PRIMARY, START_DATE, END_DATE)
            .build();

    private AccountContact() {}
}
