-- Accounts, contacts, and what a contact is to an account.

create table account (
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
    kind text not null default 'organization',
    legal_name text,
    national_id text,
    economic_code text,
    industry text,
    website text,
    email text,
    phone text,
    mobile text,
    emails jsonb,
    phones jsonb,
    addresses jsonb,
    birth_date date,
    parent_id uuid references account,
    source text,
    lifecycle text,
    tier text,
    revenue numeric,
    revenue_currency text,
    employees bigint,
    founded_year bigint,
    description text,
    constraint account_kind check (kind in ('organization', 'individual')),
    constraint account_parent_is_another check (parent_id <> id),
    constraint account_revenue_paired check ((revenue is null) = (revenue_currency is null)),
    constraint account_employees check (employees >= 0)
);
create index account_words on account using gin (search_text gin_trgm_ops) where deleted_at is null;
create index account_name on account (name collate "fa-x-icu", id) where deleted_at is null;
create index account_owner_name on account (owner_id, name collate "fa-x-icu", id) where deleted_at is null;
create index account_team_name on account (team_id, name collate "fa-x-icu", id) where deleted_at is null;
create index account_created on account (created_at, id) where deleted_at is null;
create index account_owner_created on account (owner_id, created_at, id) where deleted_at is null;
create index account_team_created on account (team_id, created_at, id) where deleted_at is null;
create index account_national_id on account (search_text(national_id)) where deleted_at is null;
create index account_parent on account (parent_id) where deleted_at is null and parent_id is not null;

create table contact (
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
    first_name text,
    last_name text,
    name text not null,
    account_id uuid references account,
    job_title text,
    email text,
    mobile text,
    phone text,
    emails jsonb,
    phones jsonb,
    addresses jsonb,
    birth_date date,
    national_code text,
    source text,
    description text
);
create index contact_words on contact using gin (search_text gin_trgm_ops) where deleted_at is null;
create index contact_name on contact (name collate "fa-x-icu", id) where deleted_at is null;
create index contact_owner_name on contact (owner_id, name collate "fa-x-icu", id) where deleted_at is null;
create index contact_team_name on contact (team_id, name collate "fa-x-icu", id) where deleted_at is null;
create index contact_created on contact (created_at, id) where deleted_at is null;
create index contact_owner_created on contact (owner_id, created_at, id) where deleted_at is null;
create index contact_team_created on contact (team_id, created_at, id) where deleted_at is null;
create index contact_account on contact (account_id) where deleted_at is null;
create index contact_national_code on contact (search_text(national_code)) where deleted_at is null;

create table account_contact (
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
    account_id uuid not null references account,
    contact_id uuid not null references contact,
    role text,
    "primary" boolean,
    start_date date,
    end_date date,
    constraint account_contact_dates check (end_date >= start_date)
);
create index account_contact_created on account_contact (created_at, id) where deleted_at is null;
create index account_contact_account on account_contact (account_id) where deleted_at is null;
create index account_contact_contact on account_contact (contact_id) where deleted_at is null;
