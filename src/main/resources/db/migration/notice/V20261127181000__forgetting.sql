-- What is old is looked for once a day, oldest first.

create index notice_age on notice (told_at);
create index outbox_age on outbox_message (finished_at) where state not in ('queued', 'sending');
