-- Imports recognise people and firms by their addresses and numbers, a thousand at a time.

create index contact_email on contact (lower(email)) where deleted_at is null and email is not null;
create index contact_mobile on contact (mobile) where deleted_at is null and mobile is not null;
create index account_email on account (lower(email)) where deleted_at is null and email is not null;
create index lead_email on lead (lower(email)) where deleted_at is null and email is not null;
create index lead_mobile on lead (mobile) where deleted_at is null and mobile is not null;
