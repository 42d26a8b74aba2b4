-- What administrators set while the program runs, sealed with the installation's key because some of it lets programs in.

create table stored_setting (
    name text primary key,
    sealed bytea not null,
    updated_at timestamptz not null default now(),
    updated_by uuid
);
