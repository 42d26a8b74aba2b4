-- Files on records. A file belongs to who brought it until it is attached; from then on who sees the record sees the file.

alter table file add sha256 text;

create table attachment (
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
    file uuid not null references file,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    regarding_id uuid not null references record_identity,
    regarding_type text not null
);
create index attachment_words on attachment using gin (search_text gin_trgm_ops) where deleted_at is null;
create index attachment_created on attachment (created_at, id) where deleted_at is null;
create index attachment_regarding on attachment (regarding_id, created_at) where deleted_at is null;
create index attachment_file on attachment (file);
