-- Search words beside the orders by name and creation: frequent words are found along these without a look at the rows, and the
-- planner knows from a larger sample which words are frequent. Rows with many words would not fit and are few.

create index account_walk_name on account (name collate "fa-x-icu", id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index account_walk_created on account (created_at, id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index account_words_apart on account (id) where deleted_at is null and octet_length(search_text) > 600;
alter table account alter column search_text set statistics 500;

create index contact_walk_name on contact (name collate "fa-x-icu", id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index contact_walk_created on contact (created_at, id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index contact_words_apart on contact (id) where deleted_at is null and octet_length(search_text) > 600;
alter table contact alter column search_text set statistics 500;
