-- Addresses that are keys themselves, one for each purpose of a user; only their hash is kept.

create table private_link (
    user_id uuid not null references app_user on delete cascade,
    purpose text not null,
    hash bytea not null unique,
    options text not null default '',
    created_at timestamptz not null default now(),
    used_at timestamptz,
    primary key (user_id, purpose)
);
