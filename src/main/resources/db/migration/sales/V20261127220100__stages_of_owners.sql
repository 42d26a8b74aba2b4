-- A column of the board shows the next deals of one stage; whoever has thousands would otherwise read past all that are
-- closed. The counts of what lies outside a team read along here too, so the order of closing needs no columns beside it.
create index opportunity_owner_stage on opportunity (owner_id, stage_id, close_date, id)
    include (team_id, pipeline_id, amount_currency, amount) where deleted_at is null;
drop index opportunity_owner_close_date;
create index opportunity_owner_close_date on opportunity (owner_id, close_date, id) where deleted_at is null;
