-- What is to leave the program: written with the change that causes it, sent after the commit by any node.

create table outbox_message (
    id uuid primary key,
    -- Guards "once": what is put twice is one message.
    key text not null unique check (key <> ''),
    channel text not null check (channel in ('email', 'sms')),
    purpose text not null,
    -- Whether it is better sent twice than not at all, should a node die between sending and noting it.
    again boolean not null,
    user_id uuid references app_user on delete cascade,
    notice_id uuid references notice on delete cascade,
    address text,
    -- Sealed with the installation's key; empty when it is put into words at the time of sending, or may be forgotten.
    content bytea,
    state text not null default 'queued'
        check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain', 'dropped')),
    attempts integer not null default 0,
    due_at timestamptz not null default now(),
    -- Who sends it at the moment; whoever lost it can note nothing any more.
    lease uuid,
    lease_until timestamptz,
    last_error text,
    sent_to text,
    reference text,
    parts integer,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    constraint outbox_has_a_recipient check (user_id is not null or address is not null),
    constraint outbox_is_leased check ((state = 'sending') = (lease is not null))
);
create index outbox_due on outbox_message (due_at, id) where state = 'queued';
create index outbox_leased on outbox_message (lease_until) where state = 'sending';
create index outbox_latest on outbox_message (created_at desc, id desc);
create index outbox_user on outbox_message (user_id);
create index outbox_notice on outbox_message (notice_id);
