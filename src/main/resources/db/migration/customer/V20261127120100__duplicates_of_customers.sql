-- Newcomers are compared with those already there: by name, and by what is one person's or firm's own.

alter table account
    add column name_key text generated always as (name_key(name)) stored,
    add column match_keys jsonb generated always as (match_keys(emails, phones, array[national_id])) stored;
create index account_name_key on account (name_key) where deleted_at is null;
create index account_like_name on account using gin (name_key gin_trgm_ops) where deleted_at is null;
create index account_match_keys on account using gin (match_keys jsonb_path_ops) where deleted_at is null;

alter table contact
    add column name_key text generated always as (name_key(name)) stored,
    add column match_keys jsonb generated always as (match_keys(emails, phones, array[national_code])) stored;
create index contact_name_key on contact (name_key) where deleted_at is null;
create index contact_like_name on contact using gin (name_key gin_trgm_ops) where deleted_at is null;
create index contact_match_keys on contact using gin (match_keys jsonb_path_ops) where deleted_at is null;
