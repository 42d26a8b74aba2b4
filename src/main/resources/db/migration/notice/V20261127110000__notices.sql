-- What people are told, what of it they want to hear where, and which records they follow.

create table notice (
    id uuid primary key,
    user_id uuid not null references app_user on delete cascade,
    -- What makes it the same notice: told twice it is one.
    key text not null check (key <> ''),
    kind text not null,
    by_user uuid,
    subject_type text,
    subject_id uuid,
    path text,
    arguments jsonb not null default '[]' check (jsonb_typeof(arguments) = 'array'),
    count integer not null default 1 check (count > 0),
    -- Whether it is shown on the page, or only went other ways.
    shown boolean not null,
    told_at timestamptz not null default clock_timestamp(),
    read_at timestamptz,
    unique (user_id, key),
    constraint notice_subject_paired check ((subject_id is null) = (subject_type is null))
);
create index notice_latest on notice (user_id, told_at desc, id desc) where shown;
create index notice_unread on notice (user_id) where shown and read_at is null;

-- Only what differs from what is usual for the kind.
create table notice_choice (
    user_id uuid not null references app_user on delete cascade,
    kind text not null,
    way text not null check (way in ('page', 'email', 'sms')),
    wanted boolean not null,
    primary key (user_id, kind, way)
);

-- Owners follow what they own; a row that is muted says that this one does not want to.
create table follower (
    record_id uuid not null references record_identity,
    user_id uuid not null references app_user on delete cascade,
    muted boolean not null default false,
    since timestamptz not null default now(),
    primary key (record_id, user_id)
);
create index follower_of on follower (user_id, since);
