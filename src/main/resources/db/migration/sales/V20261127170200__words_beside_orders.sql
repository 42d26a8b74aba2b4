-- Search words beside the orders by name and creation: frequent words are found along these without a look at the rows, and the
-- planner knows from a larger sample which words are frequent. Rows with many words would not fit and are few.

create index lead_walk_name on lead (name collate "fa-x-icu", id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index lead_walk_created on lead (created_at, id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index lead_words_apart on lead (id) where deleted_at is null and octet_length(search_text) > 600;
alter table lead alter column search_text set statistics 500;

create index opportunity_walk_name on opportunity (name collate "fa-x-icu", id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index opportunity_walk_created on opportunity (created_at, id) include (search_text, owner_id, team_id)
    where deleted_at is null and octet_length(search_text) <= 600;
create index opportunity_words_apart on opportunity (id) where deleted_at is null and octet_length(search_text) > 600;
alter table opportunity alter column search_text set statistics 500;
