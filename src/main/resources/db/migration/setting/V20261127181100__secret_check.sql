-- One row: a value that only the installation's secret gives, so that a node with another is noticed at its start.

create table secret_check (
    only_one boolean primary key default true check (only_one),
    value bytea not null,
    -- Whether the next start may bring another secret: after a restore, or because an operator says so.
    replaceable boolean not null default false,
    noted_at timestamptz not null default now()
);
