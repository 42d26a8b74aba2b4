-- Pipelines with their stages, leads, opportunities and competitors.

create table pipeline (
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
    "default" boolean,
    position bigint
);
create index pipeline_name on pipeline (name collate "fa-x-icu", id) where deleted_at is null;
create index pipeline_position on pipeline (position, id) where deleted_at is null;

create table stage (
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
    pipeline_id uuid not null references pipeline,
    name text not null,
    position bigint,
    kind text not null default 'open',
    probability numeric,
    forecast_category text,
    rotten_after_days bigint,
    constraint stage_kind check (kind in ('open', 'won', 'lost')),
    constraint stage_probability check (probability between 0 and 100),
    constraint stage_rotten_after_days check (rotten_after_days > 0)
);
create index stage_name on stage (name collate "fa-x-icu", id) where deleted_at is null;
create index stage_place on stage (pipeline_id, position, id) where deleted_at is null;

create table competitor (
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
    website text,
    strengths text,
    weaknesses text
);
create index competitor_words on competitor using gin (search_text gin_trgm_ops) where deleted_at is null;
create index competitor_name on competitor (name collate "fa-x-icu", id) where deleted_at is null;

create table opportunity (
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
    account_id uuid references account,
    primary_contact_id uuid references contact,
    amount numeric,
    amount_currency text,
    pipeline_id uuid not null references pipeline,
    stage_id uuid not null references stage,
    close_date date,
    probability numeric,
    forecast_category text,
    next_step text,
    lost_reason text,
    competitor_id uuid references competitor,
    source text,
    description text,
    stage_changed_at timestamptz,
    won_at timestamptz,
    lost_at timestamptz,
    constraint opportunity_amount_paired check ((amount is null) = (amount_currency is null)),
    constraint opportunity_amount check (amount >= 0),
    constraint opportunity_probability check (probability between 0 and 100),
    constraint opportunity_won_or_lost check (won_at is null or lost_at is null)
);
create index opportunity_words on opportunity using gin (search_text gin_trgm_ops) where deleted_at is null;
create index opportunity_name on opportunity (name collate "fa-x-icu", id) where deleted_at is null;
create index opportunity_owner_name on opportunity (owner_id, name collate "fa-x-icu", id) where deleted_at is null;
create index opportunity_team_name on opportunity (team_id, name collate "fa-x-icu", id) where deleted_at is null;
create index opportunity_created on opportunity (created_at, id) where deleted_at is null;
create index opportunity_owner_created on opportunity (owner_id, created_at, id) where deleted_at is null;
create index opportunity_team_created on opportunity (team_id, created_at, id) where deleted_at is null;
create index opportunity_close_date on opportunity (close_date, id) where deleted_at is null;
create index opportunity_owner_close_date on opportunity (owner_id, close_date, id) where deleted_at is null;
create index opportunity_team_close_date on opportunity (team_id, close_date, id) where deleted_at is null;
create index opportunity_account on opportunity (account_id) where deleted_at is null;
create index opportunity_primary_contact on opportunity (primary_contact_id) where deleted_at is null;
create index opportunity_stage on opportunity (stage_id, close_date, id) where deleted_at is null;
create index opportunity_pipeline on opportunity (pipeline_id) where deleted_at is null;
create index opportunity_competitor on opportunity (competitor_id) where deleted_at is null and competitor_id is not null;

create table lead (
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
    company text,
    job_title text,
    email text,
    mobile text,
    phone text,
    source text,
    status text not null default 'new',
    score bigint,
    description text,
    converted_account_id uuid references account,
    converted_contact_id uuid references contact,
    converted_opportunity_id uuid references opportunity,
    converted_at timestamptz
);
create index lead_words on lead using gin (search_text gin_trgm_ops) where deleted_at is null;
create index lead_name on lead (name collate "fa-x-icu", id) where deleted_at is null;
create index lead_owner_name on lead (owner_id, name collate "fa-x-icu", id) where deleted_at is null;
create index lead_team_name on lead (team_id, name collate "fa-x-icu", id) where deleted_at is null;
create index lead_created on lead (created_at, id) where deleted_at is null;
create index lead_owner_created on lead (owner_id, created_at, id) where deleted_at is null;
create index lead_team_created on lead (team_id, created_at, id) where deleted_at is null;
create index lead_converted_account on lead (converted_account_id) where deleted_at is null and converted_account_id is not null;
create index lead_converted_contact on lead (converted_contact_id) where deleted_at is null and converted_contact_id is not null;
create index lead_converted_opportunity on lead (converted_opportunity_id) where deleted_at is null and converted_opportunity_id is not null;
