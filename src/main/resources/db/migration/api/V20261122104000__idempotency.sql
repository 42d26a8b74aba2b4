-- Answers to POST calls that carried an Idempotency-Key, kept for a day.
create table idempotency (
    key text primary key,
    hash text not null,
    at timestamptz not null default now(),
    status integer,
    headers jsonb,
    body bytea
);
create index idempotency_at on idempotency (at);
