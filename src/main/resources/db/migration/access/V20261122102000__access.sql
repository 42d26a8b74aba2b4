-- Who may come in and what they may do: users, teams and roles as records, and beside them what never is part of a record.

create table team (
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
    name text not null check (name <> ''),
    parent_id uuid references team check (parent_id <> id)
);
create index team_name on team (name collate "fa-x-icu", id) where deleted_at is null;
create index team_parent on team (parent_id);
create index team_search on team using gin (search_text gin_trgm_ops);

create table role (
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
    name text not null check (name <> ''),
    types jsonb not null default '{}' check (jsonb_typeof(types) = 'object'),
    fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object')
);
create unique index role_name on role (search_text(name)) where deleted_at is null;

-- The team of a user is its team_id. Roles are references with their names, as the API reads them.
create table app_user (
    id uuid primary key references record_identity,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    owner_id uuid,
    team_id uuid references team,
    deleted_at timestamptz,
    search_text text not null default '',
    name text not null check (name <> ''),
    email text,
    active boolean not null default false,
    roles jsonb not null default '[]' check (jsonb_typeof(roles) = 'array'),
    locale text,
    time_zone text,
    calendar text,
    digits text,
    money_unit text,
    theme text,
    density text
);
create unique index app_user_email on app_user (lower(email)) where deleted_at is null;
create index app_user_name on app_user (name collate "fa-x-icu", id) where deleted_at is null;
create index app_user_team on app_user (team_id);
create index app_user_search on app_user using gin (search_text gin_trgm_ops);

create table credential (
    user_id uuid primary key references app_user on delete cascade,
    password_hash text not null,
    changed_at timestamptz not null default now()
);

create table api_token (
    id uuid primary key,
    user_id uuid not null references app_user on delete cascade,
    name text not null,
    hash bytea not null unique check (octet_length(hash) = 32),
    prefix text not null,
    created_at timestamptz not null default now(),
    created_by uuid,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index api_token_user on api_token (user_id, created_at);

-- Links that let somebody set a password, once.
create table sign_in_link (
    hash bytea primary key check (octet_length(hash) = 32),
    user_id uuid not null references app_user on delete cascade,
    created_at timestamptz not null default now(),
    created_by uuid,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index sign_in_link_user on sign_in_link (user_id);

-- A bucket per account and per address that every guess is taken from before it is judged.
create table sign_in_throttle (
    key text primary key,
    busy_until timestamptz not null
);

create table spring_session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Every node forgets what it knows about rights as soon as any of it changes, whichever way it was changed.
create function notify_access() returns trigger language plpgsql as $$
begin
    perform pg_notify('access', '');
    return null;
end
$$;
create trigger team_changed after insert or update or delete on team for each statement execute function notify_access();
create trigger role_changed after insert or update or delete on role for each statement execute function notify_access();
create trigger app_user_changed after insert or update or delete on app_user
    for each statement execute function notify_access();
