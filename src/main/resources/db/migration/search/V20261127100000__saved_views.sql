-- Views: how somebody looks at the records of a type. What is starred and what was opened last belong to a user alone.

create table saved_view (
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
    type text not null,
    kind text not null default 'table',
    filter jsonb,
    words text,
    sort text,
    columns jsonb,
    density text,
    scope text not null default 'mine' check (scope in ('mine', 'team', 'everyone')),
    position bigint
);
create index saved_view_type on saved_view (type, position, id) where deleted_at is null;
create index saved_view_owner on saved_view (owner_id, id) where deleted_at is null;

create table favourite (
    user_id uuid not null references app_user on delete cascade,
    record_id uuid not null references record_identity on delete cascade,
    type text not null,
    position integer not null,
    created_at timestamptz not null default now(),
    primary key (user_id, record_id)
);

create table recent_record (
    user_id uuid not null references app_user on delete cascade,
    record_id uuid not null references record_identity on delete cascade,
    type text not null,
    at timestamptz not null default now(),
    primary key (user_id, record_id)
);
create index recent_record_latest on recent_record (user_id, at desc);

create table last_view (
    user_id uuid not null references app_user on delete cascade,
    type text not null,
    view_id uuid not null references saved_view on delete cascade,
    primary key (user_id, type)
);
