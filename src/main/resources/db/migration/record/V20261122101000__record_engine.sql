-- What every record has in common: identity, tags, keys of other systems, shares, and the log of changes.

create table record_identity (
    id uuid primary key,
    type text not null,
    merged_into uuid references record_identity
);

create table external_key (
    system text not null,
    type text not null,
    key text not null,
    record_id uuid not null references record_identity on delete cascade,
    primary key (type, system, key)
);
create index external_key_record on external_key (record_id);

create table tag (
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
    color text
);
create unique index tag_name on tag (search_text(name)) where deleted_at is null;

create table record_tag (
    record_id uuid not null references record_identity on delete cascade,
    tag_id uuid not null references tag on delete cascade,
    primary key (record_id, tag_id)
);
create index record_tag_tag on record_tag (tag_id, record_id);

create table record_share (
    record_id uuid not null references record_identity on delete cascade,
    grantee_id uuid not null,
    writable boolean not null default false,
    created_at timestamptz not null default now(),
    created_by uuid,
    primary key (record_id, grantee_id)
);
create index record_share_grantee on record_share (grantee_id, record_id);

create table change_set (
    id uuid primary key,
    at timestamptz not null default now(),
    by_user uuid,
    by_name text not null,
    actor text not null,
    token_id uuid,
    kind text not null,
    label text not null default '',
    records bigint not null default 0,
    undoes uuid references change_set,
    undone_by uuid references change_set
);
create index change_set_by on change_set (by_user, at desc);

-- One row per record and change set part. A creation stores no values. Partitioned by month of the change.
create table change (
    seq bigint generated always as identity,
    change_set_id uuid not null,
    at timestamptz not null default now(),
    record_id uuid not null,
    type text not null,
    act text not null check (act in ('create', 'update', 'delete', 'restore')),
    version integer not null,
    fields jsonb,
    xid xid8 not null default pg_current_xact_id()
) partition by range (at);
create index change_record on change (record_id, seq desc);
create index change_of_set on change (change_set_id, seq);

create table change_rest partition of change default;

-- Makes the partitions of the month of a day and the next two, so that inserts never wait for it.
create function prepare_change_partitions(of_day date) returns void language plpgsql as $$
declare
    month date := date_trunc('month', of_day)::date;
    name text;
begin
    for step in 0..2 loop
        name := 'change_' || to_char(month, 'YYYYMM');
        if to_regclass(name) is null then
            execute format('create table %I partition of change for values from (%L) to (%L)',
                name, month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
        end if;
        month := (month + interval '1 month')::date;
    end loop;
end
$$;

-- Laid over what modules declare. One row holds the version that every effective model carries.
create table overlay_version (
    only_one boolean primary key default true check (only_one),
    version bigint not null default 1
);
insert into overlay_version default values;

create table overlay_field (
    type text not null,
    name text not null,
    field_type text not null,
    label_fa text,
    label_en text,
    required boolean not null default false,
    is_unique boolean not null default false,
    options jsonb,
    target text,
    state text not null default 'live' check (state in ('building', 'live', 'retired')),
    position integer not null default 0,
    created_at timestamptz not null default now(),
    primary key (type, name)
);

-- Options, labels and requiredness that an administrator gave to a shipped field.
create table overlay_change (
    type text not null,
    name text not null,
    label_fa text,
    label_en text,
    required boolean,
    options jsonb,
    primary key (type, name)
);
