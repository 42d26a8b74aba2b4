-- How tasks and meetings come again. Calendars look for series apart from single things.

alter table task add recurrence text;
alter table meeting add recurrence text;
create index meeting_series on meeting (start_at, id) where recurrence is not null and deleted_at is null;
create index meeting_owner_series on meeting (owner_id, start_at) where recurrence is not null and deleted_at is null;
