-- Imports: what was asked, and a ledger of what is done, part by part, so that a killed one goes on where it was.

create table import_run (
    id uuid primary key,
    job_id uuid not null references job,
    type text not null,
    file_id uuid not null references file,
    file_name text not null,
    header text[] not null,
    mapping jsonb not null,
    value_words jsonb,
    options jsonb,
    rows bigint,
    created bigint not null default 0,
    updated bigint not null default 0,
    skipped bigint not null default 0,
    failed bigint not null default 0,
    change_set_id uuid references change_set,
    created_by uuid,
    created_at timestamptz not null default now()
);
create index import_run_of on import_run (created_by, created_at desc);
create index import_run_set on import_run (change_set_id);

-- One row per part that is done; the key refuses to do one twice.
create table import_chunk (
    import_id uuid not null references import_run on delete cascade,
    first_row bigint not null,
    rows integer not null,
    created integer not null,
    updated integer not null,
    skipped integer not null,
    failed integer not null,
    at timestamptz not null default now(),
    primary key (import_id, first_row)
);

create table import_failure (
    import_id uuid not null references import_run on delete cascade,
    row bigint not null,
    cells text[] not null,
    problems jsonb not null,
    primary key (import_id, row)
);

-- References to rows of the same file, resolved when all rows are written.
create table import_reference (
    import_id uuid not null references import_run on delete cascade,
    row bigint not null,
    field text not null,
    word text not null,
    record_id uuid not null,
    created boolean not null,
    cells text[] not null,
    primary key (import_id, row, field)
);

create table export_run (
    id uuid primary key,
    job_id uuid not null references job,
    type text not null,
    file_id uuid not null references file,
    request jsonb not null,
    created_by uuid,
    created_at timestamptz not null default now()
);
