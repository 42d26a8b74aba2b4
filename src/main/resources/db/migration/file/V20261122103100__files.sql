-- Files in pieces of one megabyte, so that any node reads them and none needs the memory for a whole one.

create table file (
    id uuid primary key,
    name text not null,
    media_type text not null,
    size bigint not null default 0,
    complete boolean not null default false,
    created_by uuid,
    created_at timestamptz not null default now()
);
create index file_of on file (created_by, created_at desc);

create table file_chunk (
    file_id uuid not null references file on delete cascade,
    seq integer not null,
    data bytea not null,
    primary key (file_id, seq)
);
-- Compressing on the way in costs more than the room it saves.
alter table file_chunk alter column data set storage external;
