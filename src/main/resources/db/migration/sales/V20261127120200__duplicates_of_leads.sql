-- Newcomers are compared with those already there: by name, and by what is one person's or firm's own.

alter table lead
    add column name_key text generated always as (name_key(name)) stored,
    add column match_keys jsonb generated always as (match_keys(null, null, array[email, phone, mobile])) stored;
create index lead_name_key on lead (name_key) where deleted_at is null;
create index lead_like_name on lead using gin (name_key gin_trgm_ops) where deleted_at is null;
create index lead_match_keys on lead using gin (match_keys jsonb_path_ops) where deleted_at is null;
