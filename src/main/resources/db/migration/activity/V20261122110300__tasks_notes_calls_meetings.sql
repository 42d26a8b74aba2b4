-- What people do about records: tasks, notes, calls and meetings.

create table task (
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
    subject text not null,
    due_at timestamptz,
    status text not null default 'open',
    priority text,
    regarding_id uuid references record_identity,
    regarding_type text,
    description text,
    completed_at timestamptz,
    constraint task_regarding_paired check ((regarding_id is null) = (regarding_type is null))
);
create index task_words on task using gin (search_text gin_trgm_ops) where deleted_at is null;
create index task_due on task (due_at, id) where deleted_at is null;
create index task_owner_due on task (owner_id, due_at, id) where deleted_at is null;
create index task_team_due on task (team_id, due_at, id) where deleted_at is null;
create index task_created on task (created_at, id) where deleted_at is null;
create index task_owner_created on task (owner_id, created_at, id) where deleted_at is null;
create index task_team_created on task (team_id, created_at, id) where deleted_at is null;
create index task_subject on task (subject collate "fa-x-icu", id) where deleted_at is null;
create index task_owner_subject on task (owner_id, subject collate "fa-x-icu", id) where deleted_at is null;
create index task_team_subject on task (team_id, subject collate "fa-x-icu", id) where deleted_at is null;
create index task_regarding on task (regarding_id, due_at) where deleted_at is null;

create table note (
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
    title text not null,
    body text not null,
    regarding_id uuid references record_identity,
    regarding_type text,
    constraint note_regarding_paired check ((regarding_id is null) = (regarding_type is null))
);
create index note_words on note using gin (search_text gin_trgm_ops) where deleted_at is null;
create index note_created on note (created_at, id) where deleted_at is null;
create index note_owner_created on note (owner_id, created_at, id) where deleted_at is null;
create index note_team_created on note (team_id, created_at, id) where deleted_at is null;
create index note_regarding on note (regarding_id, created_at) where deleted_at is null;

create table call (
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
    subject text not null,
    direction text not null default 'outgoing',
    outcome text,
    at timestamptz,
    duration_seconds bigint,
    phone text,
    regarding_id uuid references record_identity,
    regarding_type text,
    description text,
    constraint call_regarding_paired check ((regarding_id is null) = (regarding_type is null)),
    constraint call_duration check (duration_seconds >= 0)
);
create index call_words on call using gin (search_text gin_trgm_ops) where deleted_at is null;
create index call_at on call (at, id) where deleted_at is null;
create index call_owner_at on call (owner_id, at, id) where deleted_at is null;
create index call_team_at on call (team_id, at, id) where deleted_at is null;
create index call_created on call (created_at, id) where deleted_at is null;
create index call_owner_created on call (owner_id, created_at, id) where deleted_at is null;
create index call_team_created on call (team_id, created_at, id) where deleted_at is null;
create index call_regarding on call (regarding_id, at) where deleted_at is null;

create table meeting (
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
    subject text not null,
    start_at timestamptz,
    end_at timestamptz,
    location text,
    status text not null default 'planned',
    regarding_id uuid references record_identity,
    regarding_type text,
    description text,
    constraint meeting_regarding_paired check ((regarding_id is null) = (regarding_type is null)),
    constraint meeting_times check (end_at >= start_at)
);
create index meeting_words on meeting using gin (search_text gin_trgm_ops) where deleted_at is null;
create index meeting_start on meeting (start_at, id) where deleted_at is null;
create index meeting_owner_start on meeting (owner_id, start_at, id) where deleted_at is null;
create index meeting_team_start on meeting (team_id, start_at, id) where deleted_at is null;
create index meeting_created on meeting (created_at, id) where deleted_at is null;
create index meeting_owner_created on meeting (owner_id, created_at, id) where deleted_at is null;
create index meeting_team_created on meeting (team_id, created_at, id) where deleted_at is null;
create index meeting_regarding on meeting (regarding_id, start_at) where deleted_at is null;
