-- How many live deals there are and what they are worth, by team, pipeline, stage, closing date and currency. Triggers keep it
-- within each change, so that the board and sums by month need not read every deal.

create table opportunity_tally (
    team_id         uuid,
    pipeline_id     uuid,
    stage_id        uuid,
    close_date      date,
    amount_currency text,
    records         bigint  not null,
    amounts         bigint  not null,
    total           numeric not null
) with (fillfactor = 70);

create unique index opportunity_tally_cell on opportunity_tally (stage_id, close_date, team_id, pipeline_id, amount_currency)
    nulls not distinct;

-- Cells are taken in one order by everybody, so that two changes wait for each other and never both.
create function opportunity_came() returns trigger language plpgsql as $$
begin
    insert into opportunity_tally as t
        (team_id, pipeline_id, stage_id, close_date, amount_currency, records, amounts, total)
    select team_id, pipeline_id, stage_id, close_date, amount_currency, count(*), count(amount), coalesce(sum(amount), 0)
    from came where deleted_at is null
    group by team_id, pipeline_id, stage_id, close_date, amount_currency
    order by stage_id, close_date, team_id, pipeline_id, amount_currency
    on conflict (stage_id, close_date, team_id, pipeline_id, amount_currency) do update
        set records = t.records + excluded.records, amounts = t.amounts + excluded.amounts, total = t.total + excluded.total;
    return null;
end
$$;

create function opportunity_moved() returns trigger language plpgsql as $$
begin
    insert into opportunity_tally as t
        (team_id, pipeline_id, stage_id, close_date, amount_currency, records, amounts, total)
    select team_id, pipeline_id, stage_id, close_date, amount_currency, sum(sign),
        sum(case when amount is null then 0 else sign end), coalesce(sum(sign * amount), 0)
    from (
        select -1 as sign, team_id, pipeline_id, stage_id, close_date, amount_currency, amount from gone where deleted_at is null
        union all
        select 1, team_id, pipeline_id, stage_id, close_date, amount_currency, amount from came where deleted_at is null) each
    group by team_id, pipeline_id, stage_id, close_date, amount_currency
    having sum(sign) <> 0 or sum(case when amount is null then 0 else sign end) <> 0 or coalesce(sum(sign * amount), 0) <> 0
    order by stage_id, close_date, team_id, pipeline_id, amount_currency
    on conflict (stage_id, close_date, team_id, pipeline_id, amount_currency) do update
        set records = t.records + excluded.records, amounts = t.amounts + excluded.amounts, total = t.total + excluded.total;
    return null;
end
$$;

create function opportunity_went() returns trigger language plpgsql as $$
begin
    insert into opportunity_tally as t
        (team_id, pipeline_id, stage_id, close_date, amount_currency, records, amounts, total)
    select team_id, pipeline_id, stage_id, close_date, amount_currency, -count(*), -count(amount), -coalesce(sum(amount), 0)
    from gone where deleted_at is null
    group by team_id, pipeline_id, stage_id, close_date, amount_currency
    order by stage_id, close_date, team_id, pipeline_id, amount_currency
    on conflict (stage_id, close_date, team_id, pipeline_id, amount_currency) do update
        set records = t.records + excluded.records, amounts = t.amounts + excluded.amounts, total = t.total + excluded.total;
    return null;
end
$$;

create trigger opportunity_came after insert on opportunity
    referencing new table as came for each statement execute function opportunity_came();
create trigger opportunity_moved after update on opportunity
    referencing old table as gone new table as came for each statement execute function opportunity_moved();
create trigger opportunity_went after delete on opportunity
    referencing old table as gone for each statement execute function opportunity_went();

insert into opportunity_tally (team_id, pipeline_id, stage_id, close_date, amount_currency, records, amounts, total)
select team_id, pipeline_id, stage_id, close_date, amount_currency, count(*), count(amount), coalesce(sum(amount), 0)
from opportunity where deleted_at is null
group by team_id, pipeline_id, stage_id, close_date, amount_currency;

-- A seller's own deals outside of the teams they see are read one by one, from the index alone.
drop index opportunity_owner_close_date;
create index opportunity_owner_close_date on opportunity (owner_id, close_date, id)
    include (team_id, pipeline_id, stage_id, amount_currency, amount) where deleted_at is null;

-- The closed columns of the board: what came there lately, the latest first.
create index opportunity_stage_changed on opportunity (stage_id, stage_changed_at desc nulls last, id desc)
    include (amount_currency, amount, owner_id, team_id) where deleted_at is null;
