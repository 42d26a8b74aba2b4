-- Products and their prices.

create table product (
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
    name text not null,
    code text,
    series text,
    price numeric,
    price_currency text,
    unit text,
    active boolean,
    description text,
    constraint product_price_paired check ((price is null) = (price_currency is null)),
    constraint product_price check (price >= 0)
);
create index product_words on product using gin (search_text gin_trgm_ops) where deleted_at is null;
create index product_name on product (name collate "fa-x-icu", id) where deleted_at is null;
create unique index product_code on product (search_text(code)) where deleted_at is null;
