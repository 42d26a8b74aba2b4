-- When somebody wants to be reminded, and the next of these moments. Only rows that wait for one are in its index.

alter table app_user add reminder text;

alter table task add reminders text[], add remind_at timestamptz, add next_reminder timestamptz;
alter table meeting add reminders text[], add remind_at timestamptz, add next_reminder timestamptz;
alter table call add reminders text[], add remind_at timestamptz, add next_reminder timestamptz;

create index task_next_reminder on task (next_reminder) where next_reminder is not null and deleted_at is null;
create index meeting_next_reminder on meeting (next_reminder) where next_reminder is not null and deleted_at is null;
create index call_next_reminder on call (next_reminder) where next_reminder is not null and deleted_at is null;
