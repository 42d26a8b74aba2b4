-- What administrators say about record types: their own ones, which have a singular, and what is different about a shipped
-- one. An empty trait is as shipped.

create table overlay_type (
    name text primary key,
    singular text,
    many_fa text,
    many_en text,
    one_fa text,
    one_en text,
    icon text,
    default_sort text,
    board text,
    state text not null default 'live' check (state in ('live', 'retired')),
    position integer not null default 0,
    created_at timestamptz not null default now(),
    constraint overlay_type_own_is_called check (singular is null or coalesce(many_fa, many_en) is not null),
    constraint overlay_type_shipped_stays check (singular is not null or state = 'live')
);
