package org.peyvand.record.write;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.peyvand.locale.Money;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Address;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MultiChoiceType;
import org.peyvand.record.field.Option;

/** A record type that holds a field of nearly every kind, for tests of the engine alone. */
final class Firm {

    static final Field<String> NAME = Field.text("name").required().searched();
    static final Field<String> CODE = Field.text("code").key();
    static final Field<String> KIND = Field.choice("kind", "big", "small").initially("small");
    static final Field<UUID> PARENT = Field.reference("parent", "firms", "branches");
    static final Field<Money> REVENUE = Field.money("revenue");
    static final Field<Long> EMPLOYEES = Field.integer("employees");
    static final Field<BigDecimal> SHARE = Field.percent("share");
    static final Field<LocalDate> FOUNDED = Field.date("founded");
    static final Field<Instant> SEEN_AT = Field.instant("seenAt");
    static final Field<Boolean> ACTIVE = Field.bool("active").initially(true);
    static final Field<List<String>> MARKETS = Field.of(
            "markets", new MultiChoiceType(List.of(Option.of("home"), Option.of("abroad"), Option.of("online"))));
    static final Field<String> EMAIL = Field.email("email").searched();
    static final Field<List<ContactPoint>> EMAILS = Field.emails("emails");
    static final Field<String> PHONE = Field.phone("phone").searched();
    static final Field<String> MOBILE = Field.phone("mobile").searched();
    static final Field<List<ContactPoint>> PHONES = Field.phones("phones");
    static final Field<List<Address>> ADDRESSES = Field.addresses("addresses");
    static final Field<Long> SCORE = Field.integer("score").computed();
    static final Field<org.peyvand.record.RecordRef> ABOUT = Field.anyReference("about");

    static final RecordType TYPE = RecordType.named("firm", "firms")
            .fields(
                    NAME, CODE, KIND, PARENT, REVENUE, EMPLOYEES, SHARE, FOUNDED, SEEN_AT, ACTIVE, MARKETS, EMAIL,
                    EMAILS, PHONE, MOBILE, PHONES, ADDRESSES, SCORE, ABOUT)
            .flags(RecordType.Flag.OWNED, RecordType.Flag.SEARCHABLE)
            .build();

    static final String TABLE = """
            create table firm (
                id uuid primary key references record_identity,
                version integer not null default 1,
                created_at timestamptz not null default now(),
                created_by uuid,
                updated_at timestamptz not null default now(),
                updated_by uuid,
                owner_id uuid,
                team_id uuid,
                deleted_at timestamptz,
                search_text text not null default '',
                name text not null,
                code text,
                kind text,
                parent_id uuid references firm,
                revenue numeric,
                revenue_currency text,
                employees bigint,
                share numeric,
                founded date,
                seen_at timestamptz,
                active boolean,
                markets text[],
                email text,
                emails jsonb,
                phone text,
                mobile text,
                phones jsonb,
                addresses jsonb,
                score bigint,
                about_id uuid references record_identity,
                about_type text
            );
            create unique index firm_code on firm (search_text(code)) where deleted_at is null;
            create index firm_search on firm using gin (search_text gin_trgm_ops);
            create index firm_owner on firm (owner_id, created_at, id) where deleted_at is null;
            """;

    private Firm() {}
}
