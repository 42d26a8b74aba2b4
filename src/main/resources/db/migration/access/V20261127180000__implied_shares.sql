-- A share may follow from something else, such as taking part in a meeting; it goes when that goes. One that somebody gave stays.

alter table record_share add implied boolean not null default false;
