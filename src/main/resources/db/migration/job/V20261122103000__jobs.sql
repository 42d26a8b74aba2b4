-- Work of the background: what is to be done, how far it is, and who asked. The scheduler's own table only says when to run.

create table job (
    id uuid primary key,
    kind text not null,
    status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed', 'undone')),
    label text not null default '',
    payload jsonb not null,
    state jsonb,
    result jsonb,
    done bigint not null default 0,
    total bigint,
    problem text,
    actor jsonb not null,
    created_by uuid,
    change_set_id uuid references change_set,
    -- Raised by every start; who holds an older number has lost the job and changes nothing any more.
    run integer not null default 0,
    failures integer not null default 0,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);
create index job_of on job (created_by, created_at desc);
create index job_open on job (created_at) where status in ('queued', 'running');

-- The table of db-scheduler 16.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
